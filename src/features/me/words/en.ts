import type { Words } from './zh-cn'

export const en: Words = {
  title: 'Me',
  hosts: { weapp: 'WeChat', alipay: 'Alipay', h5: 'Guest' },
  guestName: 'Guest',
  guestHint: 'Open this in WeChat or Alipay to buy',
  orders: 'My orders',
  followed: 'Shops I follow',
  followedNote: 'Who is live, and when the next show is',
  addresses: 'Addresses',
  addressesNote: 'Where your parcels go',
  phone: 'Phone',
  phoneVerified: 'Phone verified',
  phoneVerify: 'Verify phone',
  phoneNote:
    'With the same number in WeChat and Alipay, limits count you as one person; the number is not kept',
  phoneRefused: 'You did not allow it: your phone is not verified',
  phoneFailed: 'Could not verify your phone, please try again',
  studio: 'Studio',
  studioNote: (shop, role) => `${shop} · ${role}`,
  roles: { owner: 'Owner', host: 'Host', assistant: 'Assistant' },
  settings: 'Settings',
  language: '语言 / Language',
  languages: { 'zh-cn': '中文', en: 'English' },
  largeType: 'Large type',
  largeTypeNote: 'All text a quarter larger',
  theme: 'Dark mode',
  themeNote: 'Follows the phone; stays light in Alipay',
  about: 'About Livestall',
  aboutText:
    'One live show that people in WeChat and in Alipay watch, chat about and buy from together, one stock for all, each paying with their own wallet. Viewers, likes and stock are real numbers.',
  signInFailed: 'Not signed in',
}
