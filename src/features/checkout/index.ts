export { type AddressFieldProps, CheckoutSheet, type CheckoutSheetProps } from './checkout-sheet'
