import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Parcel } from '@/contracts/orders'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Problem, Sheet, toast } from '@/ui'
import styles from './form.module.scss'
import { checkTracking, type TrackingDraft, type TrackingProblems } from './tracking'
import { TrackingFields } from './tracking-fields'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface CorrectSheetProps {
  readonly parcel: Parcel
  readonly news: OrderNews
  readonly onClose: () => void
}

export function CorrectSheet({ parcel, news, onClose }: CorrectSheetProps) {
  const words = useShopOrderWords()
  const { carrierCode, trackingNumber } = parcel
  const [draft, setDraft] = useState<TrackingDraft>({ carrierCode, trackingNumber })
  const [problems, setProblems] = useState<TrackingProblems>({})
  const { act, isUnderWay, failure, forgetFailure } = useOrderAction(
    useMerchantOnce('orders', 'correct-parcel'),
    news,
  )
  const change = (next: TrackingDraft): void => {
    setDraft(next)
    setProblems({})
    forgetFailure()
  }
  async function correct(): Promise<void> {
    const checked = checkTracking(draft)
    if (!checked.ok) setProblems(checked.error)
    else if (await act({ parcelId: parcel.id, ...checked.value })) {
      onClose()
      toast(words.correctDone)
    }
  }
  const isSame = draft.carrierCode === carrierCode && draft.trackingNumber === trackingNumber
  const submit = (
    <Button block busy={isUnderWay} disabled={isSame} onTap={() => void correct()}>
      {words.correctYes}
    </Button>
  )
  return (
    <Sheet open title={words.correctTitle} footer={submit} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.hint)}>{words.correctHint}</Text>
        <TrackingFields draft={draft} problems={problems} onChange={change} />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}
