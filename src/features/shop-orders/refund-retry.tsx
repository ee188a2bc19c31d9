import { Text, View } from '@tarojs/components'
import type { Refund } from '@/contracts/orders'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Problem, toast } from '@/ui'
import styles from './facts.module.scss'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface RefundRetryProps {
  readonly refund: Refund
  readonly news: OrderNews
}

/** The wallet could not send the money: a person sets right what was wrong, and tries again. */
export function RefundRetry({ refund, news }: RefundRetryProps) {
  const words = useShopOrderWords()
  const { act, isUnderWay, failure } = useOrderAction(useMerchantOnce('orders', 'retry-refund'), news)
  async function retry(): Promise<void> {
    if (await act({ refundId: refund.id })) toast(words.retried)
  }
  return (
    <>
      <Text className={cx(styles.note)}>{words.failedHint}</Text>
      <Problem failure={failure} />
      <View className={cx(styles.actions)}>
        <Button busy={isUnderWay} onTap={() => void retry()}>
          {words.retry}
        </Button>
      </View>
    </>
  )
}
