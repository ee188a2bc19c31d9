export type { PaymentEnd, PaymentState } from './pay'
export { type Payment, usePayment } from './use-payment'
