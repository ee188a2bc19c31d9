import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { StockMoveView } from '@/contracts/merchant/offers'
import type { SkuId } from '@/domain/ids'
import type { Stock } from '@/domain/stock'
import { asList } from '@/services/server-truth'
import { cx, dateTimeText, Icon, ListFace, Sheet, toast } from '@/ui'
import { listSkeleton } from './list-skeleton'
import styles from './offers.module.scss'
import { StockCorrection } from './stock-correction'
import { useStock } from './use-stock'
import { useOfferWords } from './words'

export interface StockSheetProps {
  readonly skuId: SkuId
  readonly name: string
  readonly onClose: (wasCorrected: boolean) => void
}

const never = (): boolean => false

export function StockSheet({ skuId, name, onClose }: StockSheetProps) {
  const words = useOfferWords().stock
  const work = useStock(skuId)
  const [wasCorrected, setCorrected] = useState(false)
  return (
    <Sheet open title={name} height="tall" onClose={() => onClose(wasCorrected)}>
      <View className={cx(styles.form)}>
        <ListFace
          state={asList(work.truth, never)}
          skeleton={listSkeleton}
          empty={{ title: words.ledgerEmpty }}
          onRetry={() => void work.refresh()}
        >
          {({ stock, moves, isBalanced }) => (
            <>
              <Figures stock={stock} isBalanced={isBalanced} />
              <StockCorrection
                work={work}
                onDone={() => {
                  setCorrected(true)
                  toast(words.done)
                }}
              />
              <Text className={cx(styles.label)}>{words.ledger}</Text>
              {moves.length === 0 && <Text className={cx(styles.hint)}>{words.ledgerEmpty}</Text>}
              {moves.map((move, index) => (
                <Move key={index} move={move} />
              ))}
            </>
          )}
        </ListFace>
      </View>
    </Sheet>
  )
}

interface FiguresProps {
  readonly stock: Stock
  readonly isBalanced: boolean
}

function Figures({ stock, isBalanced }: FiguresProps) {
  const words = useOfferWords().stock
  return (
    <>
      <View className={cx(styles.figures)}>
        {(['available', 'reserved', 'sold'] as const).map((name) => (
          <View key={name} className={cx(styles.figure)}>
            <Text className={cx(styles.figureValue)}>{String(stock[name])}</Text>
            <Text className={cx(styles.soft)}>{words[name]}</Text>
          </View>
        ))}
      </View>
      <View className={cx(styles.row)}>
        <Icon name={isBalanced ? 'check' : 'alert'} size="s" tone={isBalanced ? 'good' : 'danger'} />
        <Text className={cx(styles.hint)}>{isBalanced ? words.balanced : words.unbalanced}</Text>
      </View>
    </>
  )
}

/** Units put in and taken out carry their sign; the ledger counts the others by what they are. */
function Move({ move }: { readonly move: StockMoveView }) {
  const words = useOfferWords().stock
  const isSigned = move.move === 'put-in' || move.move === 'corrected'
  const units = isSigned && move.quantity > 0 ? `+${move.quantity}` : String(move.quantity)
  const about = [move.reason, move.orderId ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <View className={cx(styles.move)}>
      <View className={cx(styles.moveWhat)}>
        <Text>{words.moves[move.move]}</Text>
        {about !== '' && <Text className={cx(styles.soft)}>{about}</Text>}
        <Text className={cx(styles.soft)}>{dateTimeText(move.at)}</Text>
      </View>
      <Text className={cx(styles.moveUnits)}>{units}</Text>
    </View>
  )
}
