export type { PaymentEnd, PaymentState } from './pay'
export { usePayment } from './use-payment'
