import type { Prepay } from '@/contracts/payments'
import type { PaymentSheet, SheetOutcome } from '../ports/payment-sheet'

const OUTCOMES: Readonly<Record<string, SheetOutcome>> = { approved: 'approved', cancelled: 'cancelled' }

const cashierUrl = (prepay: Prepay): string =>
  prepay.wallet === 'alipay'
    ? `/sandbox/cashier/alipay/${encodeURIComponent(prepay.tradeNo)}`
    : `/sandbox/cashier/wechat-pay/${encodeURIComponent(prepay.package.replace('prepay_id=', ''))}`

function overlay(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.src = url
  frame.title = '收银台'
  frame.style.cssText =
    'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:10000;background:transparent'
  return frame
}

/** A browser has no wallet: it shows the sandbox's cashier over the page, the way a wallet covers a mini-program. */
export const paymentSheet: PaymentSheet = {
  open: (prepay) =>
    new Promise<SheetOutcome>((resolve) => {
      const frame = overlay(cashierUrl(prepay))
      const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
        if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
        if (!('type' in data) || data.type !== 'cashier-closed') return
        window.removeEventListener('message', onMessage)
        frame.remove()
        resolve(('outcome' in data && OUTCOMES[String(data.outcome)]) || 'unknown')
      }
      window.addEventListener('message', onMessage)
      document.body.append(frame)
    }),
}
