import { Text, View } from '@tarojs/components'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import type { EpochMs } from '@/domain/time'
import { Button, cx, Price, Tag, useWhenText } from '@/ui'
import { flashStatus, STATUS_TONES } from './offer-status'
import styles from './offers.module.scss'
import { useOfferWords } from './words'

export interface FlashCardProps {
  readonly sale: FlashSaleView
  readonly serverTime: EpochMs
  readonly onEnd: () => void
}

export function FlashCard({ sale, serverTime, onEnd }: FlashCardProps) {
  const words = useOfferWords().flash
  const when = useWhenText()
  const status = flashStatus(sale, serverTime)
  const name = `${sale.productName} ${sale.skuName}`.trim()
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.cardHead)}>
        <Text className={cx(styles.cardTitle)}>{name}</Text>
        <Tag tone={STATUS_TONES[status]}>{words.status[status]}</Tag>
      </View>
      <Price fen={sale.price} size="m" />
      <Text className={cx(styles.soft)}>
        {words.window(when(sale.startsAt, serverTime), when(sale.endsAt, serverTime))}
      </Text>
      <Text className={cx(styles.soft)}>{words.perPersonIs(sale.perPerson)}</Text>
      <View className={cx(styles.cardFoot)}>
        <Text className={cx(styles.figureValue)}>{words.taken(sale.taken, sale.quantity)}</Text>
        {status !== 'over' && (
          <View className={cx(styles.cardAction)}>
            <Button kind="ghost" size="s" label={words.endLabel(name)} onTap={onEnd}>
              {words.end}
            </Button>
          </View>
        )}
      </View>
    </View>
  )
}
