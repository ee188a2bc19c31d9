import { Text, View } from '@tarojs/components'
import type { Order, Parcel } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'
import { copyText, cx, Icon, Tappable, useWhenText } from '@/ui'
import styles from './order-facts.module.scss'
import { nameOf } from './order-words'
import { useOrderWords } from './words/order'

interface ParcelsCardProps {
  readonly order: Order
  readonly serverTime: EpochMs
}

/** What is on its way: with whom, under which number, and which goods are inside. */
export function ParcelsCard({ order, serverTime }: ParcelsCardProps) {
  const words = useOrderWords()
  const { parcels } = order
  if (parcels.length === 0) return null
  return (
    <View className={cx(styles.card)}>
      <Text className={cx(styles.title)}>{words.parcels}</Text>
      {parcels.map((parcel, index) => (
        <ParcelRow
          key={parcel.id}
          parcel={parcel}
          title={parcels.length === 1 ? '' : words.parcel(index + 1)}
          order={order}
          serverTime={serverTime}
        />
      ))}
    </View>
  )
}

interface ParcelRowProps extends ParcelsCardProps {
  readonly parcel: Parcel
  readonly title: string
}

function ParcelRow({ parcel, title, order, serverTime }: ParcelRowProps) {
  const words = useOrderWords()
  const when = useWhenText()
  const { carrierName, trackingNumber, shippedAt, lines } = parcel
  const inside = lines.map(({ line, quantity }) => {
    const found = order.lines.find((one) => one.line === line)
    return `${found === undefined ? '' : nameOf(found)} ×${quantity}`
  })
  const facts = [title, words.shippedAt(when(shippedAt, serverTime))].filter((text) => text !== '')
  return (
    <View className={cx(styles.parcel)}>
      <Tappable
        className={styles.tracking}
        label={words.copyTracking(trackingNumber)}
        onTap={() => void copyText(trackingNumber)}
      >
        <Icon name="parcel" tone="good" />
        <Text className={cx(styles.trackingWords)}>{`${carrierName} ${trackingNumber}`}</Text>
        <Icon name="copy" size="s" tone="soft" />
      </Tappable>
      <Text className={cx(styles.soft)}>{facts.join(' · ')}</Text>
      <Text className={cx(styles.soft)}>{inside.join('、')}</Text>
    </View>
  )
}
