import { Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import { cx, Icon, type IconName, Tappable } from '@/ui'
import styles from './shop-desk.module.scss'
import type { StudioLinks } from './studio-links'
import { useWaitingOrders } from './use-waiting-orders'
import { useStudioWords } from './words/studio'

interface ShopDeskProps {
  readonly merchantId: MerchantId
  readonly links: StudioLinks
}

/** What a shop's people do between two shows, and how much of it waits for them. */
export function ShopDesk({ merchantId, links }: ShopDeskProps) {
  const words = useStudioWords().desk
  const waiting = useWaitingOrders(merchantId)
  const notes = [
    ...(waiting.toShip > 0 ? [words.toShip(waiting.toShip)] : []),
    ...(waiting.refunds > 0 ? [words.refunds(waiting.refunds)] : []),
  ]
  return (
    <View className={cx(styles.desk)}>
      <DeskTile
        icon="receipt"
        title={words.orders}
        note={notes.length === 0 ? words.ordersNote : notes.join(' · ')}
        isWaiting={notes.length > 0}
        onTap={() => links.onOrders(merchantId)}
      />
      <DeskTile
        icon="bag"
        title={words.offers}
        note={words.offersNote}
        onTap={() => links.onOffers(merchantId)}
      />
      <DeskTile
        icon="wallet"
        title={words.reconciliation}
        note={words.reconciliationNote}
        onTap={() => links.onReconciliation(merchantId)}
      />
    </View>
  )
}

interface DeskTileProps {
  readonly icon: IconName
  readonly title: string
  readonly note: string
  readonly isWaiting?: boolean
  readonly onTap: () => void
}

const DeskTile = ({ icon, title, note, isWaiting = false, onTap }: DeskTileProps) => (
  <Tappable className={styles.tile} onTap={onTap}>
    <Icon name={icon} tone={isWaiting ? 'brand' : 'soft'} />
    <View className={cx(styles.words)}>
      <Text className={cx(styles.title)}>{title}</Text>
      <Text className={cx(styles.note, isWaiting && styles.waiting)}>{note}</Text>
    </View>
    <Icon name="next" size="s" tone="soft" />
  </Tappable>
)
