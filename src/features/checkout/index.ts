export type { AddressFieldProps } from './address-slot'
export { CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
