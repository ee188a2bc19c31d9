import { Text, View } from '@tarojs/components'
import type { Address } from '@/contracts/schemas'
import { cx, Icon, Tappable } from '@/ui'
import styles from './address-book.module.scss'
import { AddressCard } from './address-card'
import { useAddressWords } from './words'

interface AddressEntryProps {
  readonly address: Address
  readonly onDefault: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export function AddressEntry({ address, onDefault, onEdit, onRemove }: AddressEntryProps) {
  const words = useAddressWords()
  return (
    <View className={cx(styles.entry)}>
      <Tappable className={styles.main} label={words.editLabel(address.name)} onTap={onEdit}>
        <AddressCard address={address} />
        <Icon name="edit" tone="soft" />
      </Tappable>
      <View className={cx(styles.actions)}>
        {!address.isDefault && (
          <Tappable className={styles.action} onTap={onDefault}>
            <Text>{words.makeDefault}</Text>
          </Tappable>
        )}
        <View className={cx(styles.space)} />
        <Tappable className={styles.action} onTap={onRemove}>
          <Icon name="trash" size="s" />
          <Text>{words.remove}</Text>
        </Tappable>
      </View>
    </View>
  )
}
