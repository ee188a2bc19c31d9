export { RefundRequestView } from './refund-request-view'
export { useRefundWords } from './words'
