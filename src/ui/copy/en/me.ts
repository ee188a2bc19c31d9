import type { Copy } from '../zh-cn'

export const me: Copy['me'] = {
  title: 'Me',
  hosts: { weapp: 'WeChat', alipay: 'Alipay', h5: 'Guest' },
  guestName: 'Guest',
  guestHint: 'Open this in WeChat or Alipay to buy',
  orders: 'My orders',
  addresses: 'Addresses',
  addressesNote: 'Where your parcels go',
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
