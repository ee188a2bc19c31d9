import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import { useMerchantOnce } from '@/services/once'
import { asList } from '@/services/server-truth'
import { Button, ConfirmSheet, cx, errorWords, ListFace, toast } from '@/ui'
import { FlashCard } from './flash-card'
import { FlashForm } from './flash-form'
import { listSkeleton } from './list-skeleton'
import styles from './offers.module.scss'
import type { PartProps } from './part-props'
import { useFlashSales } from './use-flash-sales'
import { useOfferWords } from './words'

/** Flash sales that are planned, open and over, and a new one. */
export function FlashList({ merchantId }: PartProps) {
  const words = useOfferWords().flash
  const sales = useFlashSales(merchantId)
  const [isPlanning, setPlanning] = useState(false)
  const [ending, setEnding] = useState<FlashSaleView | null>(null)
  const create = <Button onTap={() => setPlanning(true)}>{words.create}</Button>
  return (
    <View className={cx(styles.part)}>
      <ListFace
        state={asList(sales.truth, ({ flashSales }) => flashSales.length === 0)}
        skeleton={listSkeleton}
        empty={{ icon: 'clock', title: words.emptyTitle, hint: words.emptyHint, action: create }}
        onRetry={() => void sales.refresh()}
      >
        {({ flashSales, serverTime }) => (
          <>
            <View className={cx(styles.tools)}>{create}</View>
            <View className={cx(styles.grid)}>
              {flashSales.map((sale) => (
                <FlashCard key={sale.id} sale={sale} serverTime={serverTime} onEnd={() => setEnding(sale)} />
              ))}
            </View>
          </>
        )}
      </ListFace>
      {isPlanning && (
        <FlashForm
          merchantId={merchantId}
          onClose={() => setPlanning(false)}
          onPlanned={(sale) => {
            setPlanning(false)
            sales.put(sale)
            void sales.refresh()
            toast(words.created)
          }}
        />
      )}
      {ending !== null && (
        <EndFlashSale
          ending={ending}
          onEnded={(sale) => {
            sales.put(sale)
            void sales.refresh()
            toast(words.endDone)
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </View>
  )
}

interface EndFlashSaleProps {
  readonly ending: FlashSaleView
  readonly onEnded: (sale: FlashSaleView) => void
  readonly onClose: () => void
}

function EndFlashSale({ ending, onEnded, onClose }: EndFlashSaleProps) {
  const words = useOfferWords()
  const { send, isUnderWay } = useMerchantOnce('offers', 'end-flash-sale')
  async function end(): Promise<void> {
    const answer = await send({ flashSaleId: ending.id })
    if (answer === null) return
    onClose()
    if (answer.ok) onEnded(answer.value.flashSale)
    else toast(errorWords(answer.error.code).title)
  }
  return (
    <ConfirmSheet
      open
      isDangerous
      title={words.flash.endTitle}
      hint={words.flash.endHint}
      yes={words.flash.endYes}
      no={words.keep}
      busy={isUnderWay}
      onYes={() => void end()}
      onNo={onClose}
    />
  )
}
