import { View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import { Button, cx, EmptyFace, FailedFace, Skeleton, TableFrame } from '@/ui'
import { ShipImportInput } from './ship-import-input'
import styles from './ship-import-view.module.scss'
import { ShipRows } from './ship-rows'
import { type ShipImport, useShipImport } from './use-ship-import'
import { useShopOrderWords } from './words'

export interface ShipImportViewProps {
  readonly merchantId: MerchantId
  readonly onOrders: () => void
}

/** Many parcels from the shop's own spreadsheet. */
export function ShipImportView({ merchantId, onOrders }: ShipImportViewProps) {
  const words = useShopOrderWords().csv
  const importing = useShipImport(merchantId)
  const { step } = importing
  if (step.kind === 'done')
    return (
      <EmptyFace
        icon="check"
        title={words.done(step.count)}
        hint={words.doneHint}
        action={
          <View className={cx(styles.actions)}>
            <Button kind="ghost" onTap={importing.startAgain}>
              {words.again}
            </Button>
            <Button onTap={onOrders}>{words.toOrders}</Button>
          </View>
        }
      />
    )
  const { isReady } = importing
  return (
    <TableFrame
      input={<ShipImportInput importing={importing} />}
      result={<Result importing={importing} />}
      submit={{
        words: step.kind === 'checked' && isReady ? words.submitCount(step.found.length) : words.submit,
        isReady,
        isBusy: importing.isShipping,
        onTap: () => void importing.take(),
      }}
    />
  )
}

function Result({ importing }: { readonly importing: ShipImport }) {
  const words = useShopOrderWords().csv
  const { step } = importing
  if (step.kind === 'empty' || step.kind === 'done')
    return <EmptyFace icon="parcel" title={words.emptyTitle} hint={words.emptyHint} />
  if (step.kind === 'failed')
    return <FailedFace code={step.error.code} onRetry={() => void importing.check()} />
  if (step.kind === 'checking')
    return (
      <View className={cx(styles.card)} {...{ role: 'status', 'aria-label': words.checking }}>
        <Skeleton className={styles.skeleton} />
        <Skeleton className={styles.skeleton} />
        <Skeleton className={styles.skeleton} />
      </View>
    )
  if (step.found.length === 0) return <EmptyFace icon="list" title={words.noRows} hint={words.noRowsHint} />
  return <ShipRows rows={step.found} />
}
