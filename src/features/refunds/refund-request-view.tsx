import { View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { asList } from '@/services/server-truth'
import { Button, cx, ListFace, priceText, Skeleton, toast } from '@/ui'
import { openLines, partOf } from './refund-draft'
import { RefundForm } from './refund-form'
import styles from './refund-request.module.scss'
import { useRefundPictures } from './use-refund-pictures'
import { type RefundRequest, useRefundRequest } from './use-refund-request'
import { useRefundWords } from './words'

export interface RefundRequestViewProps {
  readonly orderId: OrderId
  /** Back to the order, with or without a request. */
  readonly onDone: () => void
}

const skeleton = (
  <View className={cx(styles.cards)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
const hasNothing = (order: Order): boolean => openLines(order).length === 0

/** Asking money back: for what, why, and how much that is. */
export function RefundRequestView({ orderId, onDone }: RefundRequestViewProps) {
  const words = useRefundWords()
  const request = useRefundRequest(orderId)
  const pictures = useRefundPictures(orderId, request)
  return (
    <View className={cx(styles.view)}>
      <ListFace
        state={asList(request.truth, hasNothing)}
        skeleton={skeleton}
        empty={{
          icon: 'receipt',
          title: words.nothing,
          hint: words.nothingHint,
          action: (
            <Button kind="secondary" onTap={onDone}>
              {words.toOrder}
            </Button>
          ),
        }}
        onRetry={() => void request.refresh()}
      >
        {(order) => (
          <>
            <RefundForm order={order} request={request} pictures={pictures} />
            <Foot order={order} request={request} isUploading={pictures.progress !== null} onDone={onDone} />
          </>
        )}
      </ListFace>
    </View>
  )
}

interface FootProps {
  readonly order: Order
  readonly request: RefundRequest
  readonly isUploading: boolean
  readonly onDone: () => void
}

/** The one big button says what it would send, or what is missing. */
function Foot({ order, request, isUploading, onDone }: FootProps) {
  const words = useRefundWords()
  const part = partOf(order, request.draft)
  const isReady = part !== null && request.draft.reason !== null && !isUploading
  function label(): string {
    if (part === null) return words.chooseGoods
    if (request.draft.reason === null) return words.chooseReason
    return isUploading ? words.uploadingWait : words.send(priceText(part.amount))
  }
  async function send(): Promise<void> {
    if (!(await request.send(order))) return
    toast(words.sent)
    onDone()
  }
  return (
    <View className={cx(styles.foot)}>
      <Button block size="l" disabled={!isReady} busy={request.isSending} onTap={() => void send()}>
        {label()}
      </Button>
    </View>
  )
}
