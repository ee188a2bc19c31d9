import type { Host, Wallet } from '@/contracts/schemas'

const WALLETS: Readonly<Record<Host, Wallet | null>> = { weapp: 'wechat-pay', alipay: 'alipay', h5: null }

/** The wallet that everybody in a host has; a browser has none. */
export const walletOf = (host: Host): Wallet | null => WALLETS[host]
