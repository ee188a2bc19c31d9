import type { MiniTarget } from '../bundle'

/** A viewer of each super-app, as the local product knows them. */
export const viewers = [
  { target: 'weapp', as: 'wechat-lin', name: '林小满', wallet: '微信支付' },
  { target: 'alipay', as: 'alipay-wang', name: '王大力', wallet: '支付宝' },
] as const satisfies readonly {
  readonly target: MiniTarget
  readonly as: string
  readonly name: string
  readonly wallet: string
}[]
