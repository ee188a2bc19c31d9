import { Text, View } from '@tarojs/components'
import type { Address } from '@/contracts/schemas'
import { cx, Icon, Tappable } from '@/ui'
import { AddressCard } from './address-card'
import styles from './address-field.module.scss'
import { useAddressWords } from './words'

interface AddressRowProps {
  readonly address: Address
  readonly error: string | undefined
  readonly onTap: () => void
}

const alert = { role: 'alert' }

/** The address in use; a tap leads to the others. */
export function AddressRow({ address, error, onTap }: AddressRowProps) {
  const words = useAddressWords()
  return (
    <View>
      <Tappable className={styles.row} onTap={onTap}>
        <Icon name="place" tone="brand" />
        <AddressCard address={address} />
        <Text className={cx(styles.change)}>{words.change}</Text>
        <Icon name="next" size="s" tone="soft" />
      </Tappable>
      {error !== undefined && (
        <Text className={cx(styles.error)} {...alert}>
          {error}
        </Text>
      )}
    </View>
  )
}

/** Nowhere to deliver yet: a tap leads to the form. */
export function NoAddressRow({ onTap }: Pick<AddressRowProps, 'onTap'>) {
  const words = useAddressWords()
  return (
    <Tappable className={styles.row} onTap={onTap}>
      <Icon name="place" tone="brand" />
      <View className={cx(styles.none)}>
        <Text>{words.add}</Text>
        <Text className={cx(styles.change)}>{words.firstHint}</Text>
      </View>
      <Icon name="next" size="s" tone="soft" />
    </Tappable>
  )
}
