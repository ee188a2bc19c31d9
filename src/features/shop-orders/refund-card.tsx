import { Text, View } from '@tarojs/components'
import type { Refund, ShopOrder } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'
import { cx, Fact, Price, priceText, Tag, useWhenText } from '@/ui'
import styles from './facts.module.scss'
import { REFUND_TONES } from './order-tones'
import { RefundAnswer } from './refund-answer'
import { RefundPictures } from './refund-pictures'
import { RefundRetry } from './refund-retry'
import type { OrderNews } from './use-order-action'
import { useShopOrderWords } from './words'

export interface RefundCardProps {
  readonly refund: Refund
  readonly order: ShopOrder
  readonly serverTime: EpochMs
  readonly news: OrderNews
}

/** One refund: what is asked for and why, what became of it, and what the shop can say to it. */
export function RefundCard({ refund, order, serverTime, news }: RefundCardProps) {
  const words = useShopOrderWords()
  const isWaiting = refund.status === 'requested' || refund.status === 'failed'
  return (
    <View className={cx(styles.card, isWaiting && styles.attention)}>
      <View className={cx(styles.head)}>
        <Text className={cx(styles.title)}>{words.refundCause[refund.cause]}</Text>
        <Tag tone={REFUND_TONES[refund.status]}>{words.refundStatus[refund.status]}</Tag>
      </View>
      <Money refund={refund} />
      <Goods refund={refund} order={order} />
      {refund.reason !== null && (
        <Fact label={words.refundReason}>
          <Text>{words.refundReasons[refund.reason]}</Text>
        </Fact>
      )}
      {refund.note !== '' && <Text className={cx(styles.note)}>{refund.note}</Text>}
      <RefundPictures urls={refund.pictureUrls} />
      {refund.answer !== '' && (
        <Fact label={words.refundAnswer}>
          <Text>{refund.answer}</Text>
        </Fact>
      )}
      <Times refund={refund} serverTime={serverTime} />
      {refund.status === 'requested' && <RefundAnswer refund={refund} news={news} />}
      {refund.status === 'failed' && <RefundRetry refund={refund} news={news} />}
    </View>
  )
}

function Money({ refund }: Pick<RefundCardProps, 'refund'>) {
  const words = useShopOrderWords()
  return (
    <>
      <Fact label={words.refundAmount}>
        <Price fen={refund.amount} size="m" />
      </Fact>
      <Fact label={words.refundTo}>
        <Text>{words.wallets[refund.wallet]}</Text>
      </Fact>
    </>
  )
}

function Goods({ refund, order }: Pick<RefundCardProps, 'refund' | 'order'>) {
  const words = useShopOrderWords()
  const parts = refund.lines.map(({ line, quantity, amount }) => {
    const found = order.lines.find((one) => one.line === line)
    const name = found === undefined ? '' : `${found.productName} ${found.skuName}`.trim()
    return `${name} ${words.quantity(quantity)} ${priceText(amount)}`
  })
  const freight = refund.freight > 0 ? [words.refundFreight(priceText(refund.freight))] : []
  const all = [...parts, ...freight]
  return all.length === 0 ? null : <Text className={cx(styles.soft)}>{all.join('；')}</Text>
}

function Times({ refund, serverTime }: Pick<RefundCardProps, 'refund' | 'serverTime'>) {
  const words = useShopOrderWords()
  const when = useWhenText()
  const asked = words.refundAsked(when(refund.createdAt, serverTime))
  const done = refund.doneAt === null ? [] : [words.refundDoneAt(when(refund.doneAt, serverTime))]
  return <Text className={cx(styles.soft)}>{[asked, ...done].join(' · ')}</Text>
}
