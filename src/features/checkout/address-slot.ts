import type { AddressId } from '@/domain/ids'

/** What the sheet needs of whoever knows the person's addresses: the page passes it in. */
export interface AddressFieldProps {
  readonly value: AddressId | null
  readonly onPick: (addressId: AddressId | null) => void
  /** Open: the list or the form takes the place of the rest of the sheet. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly error?: string | undefined
}
