import type { Words } from './zh-cn'

export const en: Words = {
  fixed: (off) => `${off} off`,
  percent: (percentOff) => `${percentOff}% off`,
  from: (amount) => `from ${amount}`,
  always: 'any order',
  claim: 'Get',
  claimLabel: (title) => `Get ${title}`,
  held: 'Yours',
  gone: 'All gone',
  limit: 'No more',
  claimed: 'It is yours, and comes off your next order',
  guest: 'Open the room in WeChat or Alipay to get coupons',
}
