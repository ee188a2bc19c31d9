export { mayBeDone } from './intent'
export { useOnce } from './use-once'
export { useMerchantOnce } from './use-merchant-once'
