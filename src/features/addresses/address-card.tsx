import { Text, View } from '@tarojs/components'
import type { Address } from '@/contracts/schemas'
import { cx, Tag } from '@/ui'
import styles from './address-card.module.scss'
import { useAddressWords } from './words'

/** `138 0013 8000`: numbers are read in groups. */
const spaced = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

/** Who receives it and where. */
export function AddressCard({ address }: { readonly address: Address }) {
  const words = useAddressWords()
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.who)}>
        <Text className={cx(styles.name)}>{address.name}</Text>
        <Text className={cx(styles.phone)}>{spaced(address.phone)}</Text>
        {address.isDefault && <Tag tone="brand">{words.isDefault}</Tag>}
      </View>
      <Text className={cx(styles.where)}>{`${address.region} ${address.detail}`}</Text>
    </View>
  )
}
