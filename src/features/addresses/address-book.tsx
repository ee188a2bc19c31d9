import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Address } from '@/contracts/schemas'
import { asList } from '@/services/server-truth'
import { Button, ConfirmSheet, cx, errorWords, ListFace, Sheet, Skeleton, toast, useCommonWords } from '@/ui'
import styles from './address-book.module.scss'
import { AddressEntry } from './address-entry'
import { AddressForm } from './address-form'
import { type Addresses, useAddresses } from './use-addresses'
import { useAddressWords } from './words'

/** What stands over the list. */
type Over =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'form'; readonly edited: Address | null }
  | { readonly kind: 'remove'; readonly address: Address }

const NOTHING = { kind: 'nothing' } as const

const loadingRows = (
  <View className={cx(styles.list)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)

const wordsOf = ({ region, detail }: Address): string => `${region} ${detail}`

/** All addresses of this person: add, change, remove, choose the default. */
export function AddressBook() {
  const words = useAddressWords()
  const { truth, isSaving, refresh, save, remove } = useAddresses()
  const [over, setOver] = useState<Over>(NOTHING)
  const add = (
    <Button block size="l" onTap={() => setOver({ kind: 'form', edited: null })}>
      {words.add}
    </Button>
  )

  async function makeDefault(address: Address): Promise<void> {
    const { id, ...draft } = address
    const saved = await save({ ...draft, isDefault: true }, id)
    if (saved !== null && !saved.ok) toast(errorWords(saved.error.code).title)
  }
  const entry = (address: Address) => (
    <AddressEntry
      key={address.id}
      address={address}
      onDefault={() => void makeDefault(address)}
      onEdit={() => setOver({ kind: 'form', edited: address })}
      onRemove={() => setOver({ kind: 'remove', address })}
    />
  )
  return (
    <View className={cx(styles.book)}>
      <ListFace
        state={asList(truth, (addresses) => addresses.length === 0)}
        skeleton={loadingRows}
        empty={{ icon: 'place', title: words.emptyTitle, hint: words.emptyHint, action: add }}
        onRetry={() => void refresh()}
      >
        {(addresses) => (
          <>
            <View className={cx(styles.list)}>{addresses.map(entry)}</View>
            <View className={cx(styles.foot)}>{add}</View>
          </>
        )}
      </ListFace>
      <OverList
        over={over}
        isSaving={isSaving}
        save={save}
        remove={remove}
        onClose={() => setOver(NOTHING)}
      />
    </View>
  )
}

interface OverListProps extends Pick<Addresses, 'save' | 'remove' | 'isSaving'> {
  readonly over: Over
  readonly onClose: () => void
}

/** The form, or the question before an address goes. */
function OverList({ over, isSaving, save, remove, onClose }: OverListProps) {
  const words = useAddressWords()
  const common = useCommonWords()
  const isForm = over.kind === 'form'

  async function removeNow(): Promise<void> {
    if (over.kind !== 'remove') return
    onClose()
    const problem = await remove(over.address.id)
    toast(problem === null ? words.removed : errorWords(problem.code).title)
  }
  const saved = (): void => {
    onClose()
    toast(words.saved)
  }
  return (
    <>
      <Sheet open={isForm} title={isForm && over.edited !== null ? words.edit : words.add} onClose={onClose}>
        {isForm && (
          <AddressForm
            edited={over.edited}
            save={save}
            isSaving={isSaving}
            saveWords={common.save}
            onSaved={saved}
          />
        )}
      </Sheet>
      <ConfirmSheet
        open={over.kind === 'remove'}
        title={words.removeTitle}
        hint={over.kind === 'remove' ? `${wordsOf(over.address)}。${words.removeHint}` : ''}
        yes={words.remove}
        isDangerous
        onYes={() => void removeNow()}
        onNo={onClose}
      />
    </>
  )
}
