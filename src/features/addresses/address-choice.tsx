import { View } from '@tarojs/components'
import type { Address } from '@/contracts/schemas'
import type { AddressId } from '@/domain/ids'
import { Button, cx, Icon, Tappable } from '@/ui'
import { AddressCard } from './address-card'
import styles from './address-field.module.scss'
import { useAddressWords } from './words'

interface AddressChoiceProps {
  readonly addresses: readonly Address[]
  readonly pickedId: AddressId
  readonly onPick: (id: AddressId) => void
  readonly onAdd: () => void
}

/** One tap takes another address. */
export function AddressChoice({ addresses, pickedId, onPick, onAdd }: AddressChoiceProps) {
  const words = useAddressWords()
  return (
    <View className={cx(styles.choice)}>
      {addresses.map((address) => (
        <Tappable
          key={address.id}
          className={styles.option}
          role="option"
          isSelected={address.id === pickedId}
          onTap={() => onPick(address.id)}
        >
          <View className={cx(styles.mark, address.id === pickedId && styles.marked)}>
            {address.id === pickedId && <Icon name="check" size="s" />}
          </View>
          <AddressCard address={address} />
        </Tappable>
      ))}
      <View className={cx(styles.add)}>
        <Button kind="ghost" block onTap={onAdd}>
          {words.add}
        </Button>
      </View>
    </View>
  )
}
