import { Text, View } from '@tarojs/components'
import type { Order, Refund } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'
import { Button, cx, Fact, Icon, Picture, Price, useWhenText } from '@/ui'
import styles from './order-facts.module.scss'
import { nameOf } from './order-words'
import { type RefundStep, refundSteps } from './refund-steps'
import { useOrderWords } from './words/order'

interface RefundCardProps {
  readonly refund: Refund
  readonly order: Order
  readonly serverTime: EpochMs
  readonly onWithdraw: (refund: Refund) => void
}

/** One refund: how far it is, why there is one, what it is for. */
export function RefundCard({ refund, order, serverTime, onWithdraw }: RefundCardProps) {
  const words = useOrderWords()
  const { cause, status, amount, reason, note, answer } = refund
  const wallet = words.wallets[refund.wallet]
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.head)}>
        <Text className={cx(styles.title)}>{words.refundCauses[cause]}</Text>
        <Price fen={amount} size="m" />
      </View>
      <Text className={cx(styles.note)}>{words.refundStatus[status](wallet)}</Text>
      {(cause === 'late-payment' || cause === 'second-payment') && (
        <Text className={cx(styles.soft)}>{words.refundWhy[cause]}</Text>
      )}
      {answer !== '' && <Text className={cx(styles.answer)}>{words.refundAnswer(answer)}</Text>}
      <Steps steps={refundSteps(refund)} serverTime={serverTime} />
      <Goods refund={refund} order={order} />
      {reason !== null && (
        <Fact label={words.refundReason}>
          <Text>{words.refundReasons[reason]}</Text>
        </Fact>
      )}
      {note !== '' && <Text className={cx(styles.soft)}>{note}</Text>}
      <Pictures urls={refund.pictureUrls} />
      {status === 'requested' && cause === 'buyer' && (
        <View className={cx(styles.cardActions)}>
          <Button kind="ghost" size="s" onTap={() => onWithdraw(refund)}>
            {words.withdraw}
          </Button>
        </View>
      )}
    </View>
  )
}

interface StepsProps {
  readonly steps: readonly RefundStep[]
  readonly serverTime: EpochMs
}

function Steps({ steps, serverTime }: StepsProps) {
  const words = useOrderWords()
  const when = useWhenText()
  const list = { role: 'list', 'aria-label': words.refundProgress }
  const item = { role: 'listitem' }
  return (
    <View className={cx(styles.steps)} {...list}>
      {steps.map(({ name, at, is }) => (
        <View key={name} className={cx(styles.step, styles[is])} {...item}>
          <View className={cx(styles.dot)}>
            {is === 'done' && <Icon name="check" size="s" />}
            {is === 'stuck' && <Icon name="close" size="s" />}
          </View>
          <Text className={cx(styles.stepName)}>{words.refundSteps[name]}</Text>
          {at !== null && <Text className={cx(styles.stepTime)}>{when(at, serverTime)}</Text>}
        </View>
      ))}
    </View>
  )
}

function Goods({ refund, order }: Pick<RefundCardProps, 'refund' | 'order'>) {
  const words = useOrderWords()
  const parts = refund.lines.map(({ line, quantity }) => {
    const found = order.lines.find((one) => one.line === line)
    return `${found === undefined ? '' : nameOf(found)} ×${quantity}`
  })
  const all = refund.freight > 0 ? [...parts, words.withFreight] : parts
  return all.length === 0 ? null : <Text className={cx(styles.soft)}>{all.join('、')}</Text>
}

function Pictures({ urls }: { readonly urls: readonly string[] }) {
  const words = useOrderWords()
  if (urls.length === 0) return null
  return (
    <View className={cx(styles.thumbs)}>
      {urls.map((url, index) => (
        <Picture
          key={url}
          src={url}
          alt={words.refundPicture(index + 1, urls.length)}
          className={styles.thumb}
        />
      ))}
    </View>
  )
}
