import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Address } from '@/contracts/schemas'
import type { AddressId } from '@/domain/ids'
import { knownValue } from '@/services/server-truth'
import { cx, FailedFace, Skeleton } from '@/ui'
import { AddressChoice } from './address-choice'
import styles from './address-field.module.scss'
import { AddressForm } from './address-form'
import { AddressRow, NoAddressRow } from './address-row'
import { useAddresses } from './use-addresses'
import { useAddressWords } from './words'

export interface AddressFieldProps {
  readonly value: AddressId | null
  readonly onPick: (addressId: AddressId | null) => void
  /** Open: the list or the form takes the place of the rest of the sheet. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly error?: string | undefined
}

/** The chosen one while it exists; else the default, which stands first. */
export const pickedFrom = (addresses: readonly Address[], value: AddressId | null): Address | null =>
  addresses.find(({ id }) => id === value) ?? addresses[0] ?? null

/** Where to deliver, as one field of a sheet: the default address, the list to choose from, or the form. */
export function AddressField({ value, onPick, isOpen, onOpen, error }: AddressFieldProps) {
  const words = useAddressWords()
  const { truth, isSaving, save, refresh } = useAddresses()
  const [isAdding, setAdding] = useState(false)
  const addresses = knownValue(truth)
  const picked = addresses === null ? null : pickedFrom(addresses, value)
  const pickedId = picked?.id ?? null

  // The server said that the chosen address is gone: ask which ones there are.
  useEffect(() => {
    if (error !== undefined) void refresh()
  }, [error, refresh])
  useEffect(() => {
    if (addresses !== null && pickedId !== value) onPick(pickedId)
  }, [addresses, pickedId, value, onPick])

  const use = (id: AddressId): void => {
    onPick(id)
    setAdding(false)
    onOpen(false)
  }
  if (truth.kind === 'failed') return <FailedFace code={truth.error.code} onRetry={() => void refresh()} />
  if (addresses === null) return <Skeleton className={styles.skeleton} />
  if (picked === null && !isOpen) return <NoAddressRow onTap={() => onOpen(true)} />
  if (picked === null || (isOpen && isAdding))
    return (
      <View className={cx(styles.form)}>
        <AddressForm
          save={save}
          isSaving={isSaving}
          isFirst={addresses.length === 0}
          saveWords={words.saveAndUse}
          onSaved={use}
        />
      </View>
    )
  if (isOpen)
    return (
      <AddressChoice addresses={addresses} pickedId={picked.id} onPick={use} onAdd={() => setAdding(true)} />
    )
  return <AddressRow address={picked} error={error} onTap={() => onOpen(true)} />
}
