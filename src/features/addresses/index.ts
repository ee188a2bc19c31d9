export { AddressBook } from './address-book'
export { AddressField } from './address-field'
export { useAddressWords } from './words'
