import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Refund } from '@/contracts/orders'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Field, priceText, Problem, Sheet, toast } from '@/ui'
import facts from './facts.module.scss'
import styles from './form.module.scss'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface RefundAnswerProps {
  readonly refund: Refund
  readonly news: OrderNews
}

type Answer = 'agree' | 'refuse'

/** Yes or no to a buyer who wants money back; each is asked about once more, with the sum. */
export function RefundAnswer({ refund, news }: RefundAnswerProps) {
  const words = useShopOrderWords()
  const [answering, setAnswering] = useState<Answer | null>(null)
  return (
    <View className={cx(facts.actions)}>
      <Button kind="ghost" onTap={() => setAnswering('refuse')}>
        {words.refuse}
      </Button>
      <Button onTap={() => setAnswering('agree')}>{words.agree}</Button>
      {answering !== null && (
        <AnswerSheet answer={answering} refund={refund} news={news} onClose={() => setAnswering(null)} />
      )}
    </View>
  )
}

interface AnswerSheetProps extends RefundAnswerProps {
  readonly answer: Answer
  readonly onClose: () => void
}

function AnswerSheet({ answer, refund, news, onClose }: AnswerSheetProps) {
  const words = useShopOrderWords()
  const [note, setNote] = useState('')
  const [isNoteMissing, setNoteMissing] = useState(false)
  const { act, isUnderWay, failure } = useOrderAction(useMerchantOnce('orders', 'answer-refund'), news)
  const isRefusal = answer === 'refuse'
  const money = priceText(refund.amount)

  async function send(): Promise<void> {
    const said = note.trim()
    if (isRefusal && said === '') {
      setNoteMissing(true)
      return
    }
    if (!(await act({ refundId: refund.id, answer, note: said }))) return
    onClose()
    toast(isRefusal ? words.refused : words.agreed)
  }
  const footer = (
    <View className={cx(styles.actions)}>
      <View className={cx(styles.action)}>
        <Button kind="ghost" block onTap={onClose}>
          {words.keep}
        </Button>
      </View>
      <View className={cx(styles.action)}>
        <Button kind={isRefusal ? 'danger' : 'primary'} block busy={isUnderWay} onTap={() => void send()}>
          {isRefusal ? words.refuseYes : words.agreeYes(money)}
        </Button>
      </View>
    </View>
  )
  const title = isRefusal ? words.refuseTitle : words.agreeTitle(money)
  return (
    <Sheet open title={title} footer={footer} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.hint)}>
          {isRefusal ? words.refuseHint : words.agreeHint(words.wallets[refund.wallet], money)}
        </Text>
        <Field
          type="long"
          label={isRefusal ? words.refuseNote : words.refundNote}
          value={note}
          placeholder={isRefusal ? words.refuseNoteHint : words.agreeNoteHint}
          maxLength={200}
          error={isNoteMissing ? words.refuseNoteMissing : undefined}
          onInput={(typed) => {
            setNote(typed)
            setNoteMissing(false)
          }}
        />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}
