import type { AddressId } from '@/domain/ids'

export interface AddressFieldProps {
  readonly value: AddressId | null
  readonly onPick: (addressId: AddressId | null) => void
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly error?: string | undefined
}

/** Where to deliver, as one field of a sheet: the default address, the list to choose from, or the form. */
export function AddressField(_props: AddressFieldProps) {
  return null
}
