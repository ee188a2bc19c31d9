import { Text, View } from '@tarojs/components'
import type { Difference } from '@/contracts/merchant/payments'
import type { MerchantId, OrderId } from '@/domain/ids'
import { asList } from '@/services/server-truth'
import { cx, Icon, ListFace, Skeleton } from '@/ui'
import { type Books, openOf, settledOf, WALLETS } from './books'
import { DifferenceCard } from './difference-card'
import styles from './reconciliation.module.scss'
import { useBooks } from './use-books'
import { WalletDays } from './wallet-days'
import { useReconciliationWords } from './words'

export interface ReconciliationViewProps {
  readonly merchantId: MerchantId
  readonly onOrder: (orderId: OrderId) => void
}

const skeleton = (
  <View className={cx(styles.list)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
const isEmpty = ({ days, differences }: Books): boolean => days.length === 0 && differences.length === 0

/** Whether the wallets' bills and the shop's books say the same: first what does not, then day by day. */
export function ReconciliationView({ merchantId, onOrder }: ReconciliationViewProps) {
  const words = useReconciliationWords()
  const { truth, refresh, put } = useBooks(merchantId)
  // the card changes at once; whether its day agrees now, and what else does, is the server's to say
  const change = (difference: Difference): void => {
    put(difference)
    void refresh()
  }
  return (
    <View className={cx(styles.view)}>
      <ListFace
        state={asList(truth, isEmpty)}
        skeleton={skeleton}
        empty={{ icon: 'wallet', title: words.emptyTitle, hint: words.emptyHint }}
        onRetry={() => void refresh()}
      >
        {(books) => (
          <>
            <Verdict open={openOf(books).length} />
            <Cards differences={openOf(books)} merchantId={merchantId} onOrder={onOrder} onChanged={change} />
            <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
              {words.days}
            </Text>
            <View className={cx(styles.wallets)}>
              {WALLETS.map((wallet) => (
                <WalletDays key={wallet} wallet={wallet} books={books} />
              ))}
            </View>
            {settledOf(books).length > 0 && (
              <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
                {words.settled}
              </Text>
            )}
            <Cards
              differences={settledOf(books)}
              merchantId={merchantId}
              onOrder={onOrder}
              onChanged={change}
            />
          </>
        )}
      </ListFace>
    </View>
  )
}

function Verdict({ open }: { readonly open: number }) {
  const words = useReconciliationWords()
  const isGood = open === 0
  return (
    <View className={cx(styles.verdict, isGood ? styles.good : styles.bad)} {...{ role: 'status' }}>
      <Icon name={isGood ? 'check' : 'alert'} size="l" />
      <View className={cx(styles.verdictWords)}>
        <Text className={cx(styles.verdictTitle)}>{isGood ? words.allAgree : words.open(open)}</Text>
        <Text className={cx(styles.verdictHint)}>{isGood ? words.allAgreeHint : words.openHint}</Text>
      </View>
    </View>
  )
}

interface CardsProps extends ReconciliationViewProps {
  readonly differences: readonly Difference[]
  readonly onChanged: (difference: Difference) => void
}

function Cards({ differences, merchantId, onOrder, onChanged }: CardsProps) {
  if (differences.length === 0) return null
  return (
    <View className={cx(styles.grid)}>
      {differences.map((difference) => (
        <DifferenceCard
          key={difference.id}
          difference={difference}
          merchantId={merchantId}
          onOrder={onOrder}
          onChanged={onChanged}
        />
      ))}
    </View>
  )
}
