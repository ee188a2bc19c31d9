export const zhCn = {
  fixed: (off: string) => `减 ${off}`,
  percent: (percentOff: number) => `${(100 - percentOff) / 10} 折`,
  from: (amount: string) => `满 ${amount}`,
  always: '无门槛',
  claim: '领',
  claimLabel: (title: string) => `领取 ${title}`,
  held: '已领',
  gone: '已领完',
  limit: '已领够',
  claimed: '领到了，下单时自动用上',
  guest: '请到微信或支付宝里领券',
}

export type Words = typeof zhCn
