export { mayBeDone } from './intent'
export { useOneAtATime } from './use-one-at-a-time'
export { useOnce } from './use-once'
export { useMerchantOnce } from './use-merchant-once'
