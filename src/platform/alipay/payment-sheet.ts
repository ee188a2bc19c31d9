import type { PaymentSheet, SheetOutcome } from '../ports/payment-sheet'

// Result codes of my.tradePay: 9000 paid, 6001 cancelled by the person, 6002 network, 8000/6004 not known yet.
const OUTCOMES: Readonly<Record<string, SheetOutcome>> = { 9000: 'approved', 6001: 'cancelled' }

export const paymentSheet: PaymentSheet = {
  open: (prepay) =>
    new Promise<SheetOutcome>((resolve) => {
      if (prepay.wallet !== 'alipay') {
        resolve('unknown')
        return
      }
      my.tradePay({
        tradeNO: prepay.tradeNo,
        success: ({ resultCode }) => {
          resolve(OUTCOMES[String(resultCode)] ?? 'unknown')
        },
        fail: () => {
          resolve('unknown')
        },
      })
    }),
}
