export { useVerifyPhone, type VerifyState } from './use-verify-phone'
