import { Text, View } from '@tarojs/components'
import type { Order, OrderLine } from '@/contracts/orders'
import { Chips, cx, Field, Icon, Picture, Price, Stepper, useErrorWords } from '@/ui'
import {
  leftOf,
  openLines,
  partOf,
  quantityOf,
  REFUND_REASONS,
  type RefundDraft,
  type RefundReason,
} from './refund-draft'
import { PicturesField } from './pictures-field'
import styles from './refund-request.module.scss'
import type { RefundPictures } from './use-refund-pictures'
import type { RefundRequest } from './use-refund-request'
import { useRefundWords } from './words'

interface RefundFormProps {
  readonly order: Order
  readonly request: RefundRequest
  readonly pictures: RefundPictures
}

const MOST_NOTE = 200

export function RefundForm({ order, request, pictures }: RefundFormProps) {
  const words = useRefundWords()
  const { draft, change, failure } = request
  return (
    <View className={cx(styles.cards)}>
      <View className={cx(styles.card)}>
        <Text className={cx(styles.title)}>{words.goods}</Text>
        {openLines(order).map((line) => (
          <LineRow
            key={line.line}
            line={line}
            left={leftOf(order, line)}
            quantity={quantityOf(order, draft, line)}
            onChange={(quantity) => change({ quantities: { ...draft.quantities, [line.line]: quantity } })}
          />
        ))}
      </View>
      <View className={cx(styles.card)}>
        <Text className={cx(styles.title)}>{words.reason}</Text>
        <Chips<RefundReason>
          label={words.reason}
          chips={REFUND_REASONS.map((value) => ({ value, words: words.reasons[value] }))}
          chosen={draft.reason}
          onChoose={(reason) => change({ reason })}
        />
        <Field
          type="long"
          label={words.note}
          value={draft.note}
          placeholder={words.noteHint}
          maxLength={MOST_NOTE}
          onInput={(note) => change({ note })}
        />
        <PicturesField shown={draft.pictures} pictures={pictures} />
      </View>
      <Amount order={order} draft={draft} />
      <Failure code={failure?.code ?? null} />
    </View>
  )
}

interface LineRowProps {
  readonly line: OrderLine
  readonly left: number
  readonly quantity: number
  readonly onChange: (quantity: number) => void
}

function LineRow({ line, left, quantity, onChange }: LineRowProps) {
  const words = useRefundWords()
  const group = { role: 'group', 'aria-label': words.unitsOf(line.productName) }
  return (
    <View className={cx(styles.line)} {...group}>
      <Picture src={line.pictureUrl} alt="" className={styles.picture} />
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{line.productName}</Text>
        <Text className={cx(styles.soft)}>{`${line.skuName} · ${words.left(left)}`}</Text>
      </View>
      <Stepper value={quantity} min={0} max={left} onChange={onChange} />
    </View>
  )
}

/** For showing: what is paid back is the server's to say. */
function Amount({ order, draft }: { readonly order: Order; readonly draft: RefundDraft }) {
  const words = useRefundWords()
  const part = partOf(order, draft)
  const wallet = order.paidBy === null ? words.wallets.none : words.wallets[order.paidBy]
  const live = { 'aria-live': 'polite' }
  function freightHint(): string {
    if (part === null || order.freight === 0) return ''
    return part.freight > 0 ? words.withFreight : words.withoutFreight
  }
  return (
    <View className={cx(styles.card)} {...live}>
      <View className={cx(styles.sum)}>
        <Text className={cx(styles.title)}>{words.amount}</Text>
        {part === null ? <Text>—</Text> : <Price fen={part.amount} size="l" />}
      </View>
      {freightHint() !== '' && <Text className={cx(styles.soft)}>{freightHint()}</Text>}
      <Text className={cx(styles.soft)}>{words.backTo(wallet)}</Text>
    </View>
  )
}

const alert = { role: 'alert' }

function Failure({ code }: { readonly code: Parameters<typeof useErrorWords>[0] | null }) {
  const words = useErrorWords(code ?? 'internal')
  if (code === null) return null
  return (
    <View className={cx(styles.failure)} {...alert}>
      <Icon name="alert" size="s" />
      <Text className={cx(styles.failureWords)}>{`${words.title}，${words.hint}`}</Text>
    </View>
  )
}
