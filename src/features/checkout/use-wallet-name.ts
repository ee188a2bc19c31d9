import { useProfile } from '@/services/backend'
import { useCheckoutWords } from './words'

const WALLETS = { weapp: 'wechat-pay', alipay: 'alipay', h5: 'none' } as const

/** The wallet of the host that this person came from, as its users call it. */
export function useWalletName(): string {
  const words = useCheckoutWords()
  const profile = useProfile()
  return words.payWith[profile === null ? 'none' : WALLETS[profile.host]]
}
