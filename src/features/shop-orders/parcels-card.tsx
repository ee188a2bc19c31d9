import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Parcel, ShopOrder } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'
import { Button, copyText, cx, Icon, Tappable, useWhenText } from '@/ui'
import { CorrectSheet } from './correct-sheet'
import styles from './facts.module.scss'
import type { OrderNews } from './use-order-action'
import { useShopOrderWords } from './words'

export interface ParcelsCardProps {
  readonly order: ShopOrder
  readonly serverTime: EpochMs
  readonly news: OrderNews
}

/** What is on its way. A number that was written down wrong can be set right once. */
export function ParcelsCard({ order, serverTime, news }: ParcelsCardProps) {
  const words = useShopOrderWords()
  const [correcting, setCorrecting] = useState<Parcel | null>(null)
  if (order.parcels.length === 0) return null
  return (
    <View className={cx(styles.card)}>
      <Text className={cx(styles.title)}>{words.parcels}</Text>
      {order.parcels.map((parcel, index) => (
        <ParcelRow
          key={parcel.id}
          parcel={parcel}
          index={index + 1}
          order={order}
          serverTime={serverTime}
          onCorrect={() => setCorrecting(parcel)}
        />
      ))}
      {correcting !== null && (
        <CorrectSheet
          key={correcting.id}
          parcel={correcting}
          news={news}
          onClose={() => setCorrecting(null)}
        />
      )}
    </View>
  )
}

interface ParcelRowProps {
  readonly parcel: Parcel
  readonly index: number
  readonly order: ShopOrder
  readonly serverTime: EpochMs
  readonly onCorrect: () => void
}

function ParcelRow({ parcel, index, order, serverTime, onCorrect }: ParcelRowProps) {
  const words = useShopOrderWords()
  const when = useWhenText()
  const nameOf = (line: number): string => {
    const found = order.lines.find((one) => one.line === line)
    return found === undefined ? '' : `${found.productName} ${found.skuName}`.trim()
  }
  const inside = parcel.lines.map(({ line, quantity }) => `${nameOf(line)} ${words.quantity(quantity)}`)
  return (
    <View className={cx(styles.parcel)}>
      <View className={cx(styles.parcelRow)}>
        <Tappable
          className={styles.tracking}
          label={words.copyTracking(parcel.trackingNumber)}
          onTap={() => void copyText(parcel.trackingNumber)}
        >
          <Icon name="parcel" tone="soft" />
          <Text className={cx(styles.number)}>{`${parcel.carrierName} ${parcel.trackingNumber}`}</Text>
          <Icon name="copy" size="s" tone="soft" />
        </Tappable>
        {!parcel.isCorrected && (
          <Button kind="ghost" size="s" label={`${words.correct} ${parcel.trackingNumber}`} onTap={onCorrect}>
            {words.correct}
          </Button>
        )}
      </View>
      <Text className={cx(styles.soft)}>
        {`${words.parcel(index)} · ${words.shippedAt(when(parcel.shippedAt, serverTime))}`}
      </Text>
      <Text className={cx(styles.soft)}>{inside.join('、')}</Text>
      {parcel.isCorrected && <Text className={cx(styles.soft)}>{words.corrected}</Text>}
    </View>
  )
}
