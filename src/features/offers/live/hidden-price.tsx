import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProductId, RoomId } from '@/domain/ids'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Problem } from '@/ui'
import styles from '../offers.module.scss'
import { useOfferWords } from '../words'

interface HiddenPriceSwitchProps {
  readonly roomId: RoomId
  readonly productId: ProductId
  readonly isHidden: boolean
  readonly onChanged: () => void
}

/** Keeps the price from the room until the host tells it. */
export function HiddenPriceSwitch({ roomId, productId, isHidden, onChanged }: HiddenPriceSwitchProps) {
  const words = useOfferWords().room
  const hide = useMerchantOnce('shelf', 'hide-price')
  const reveal = useMerchantOnce('shelf', 'reveal-price')
  const [failure, setFailure] = useState<CallError | null>(null)
  async function change(): Promise<void> {
    setFailure(null)
    const answer = await (isHidden ? reveal : hide).send({ roomId, productId })
    if (answer === null) return
    if (answer.ok) onChanged()
    else setFailure(answer.error)
  }
  return (
    <View className={cx(styles.block)}>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.skuName)}>{isHidden ? words.priceHidden : words.priceShown}</Text>
        <Button
          kind={isHidden ? 'primary' : 'secondary'}
          size="s"
          busy={hide.isUnderWay || reveal.isUnderWay}
          onTap={() => void change()}
        >
          {isHidden ? words.priceReveal : words.priceHide}
        </Button>
      </View>
      <Problem failure={failure} />
    </View>
  )
}
