import { Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import { Button, cx, EmptyFace, FailedFace, Icon, Skeleton, TableFrame } from '@/ui'
import { DraftTable } from './draft-table'
import { ImportInput } from './import-input'
import { ProblemList } from './problem-list'
import styles from './product-import-view.module.scss'
import { type ProductImport, useProductImport } from './use-product-import'
import { useImportWords } from './words/import'

interface ProductImportViewProps {
  readonly merchantId: MerchantId
  readonly onStudio: () => void
}

/** A whole catalogue from the merchant's own spreadsheet. */
export function ProductImportView({ merchantId, onStudio }: ProductImportViewProps) {
  const words = useImportWords()
  const importing = useProductImport(merchantId)
  const { step } = importing
  if (step.kind === 'done')
    return (
      <EmptyFace
        icon="check"
        title={words.done(step.count)}
        hint={words.doneHint}
        action={
          <View className={cx(styles.doneActions)}>
            <Button kind="ghost" onTap={importing.startAgain}>
              {words.again}
            </Button>
            <Button onTap={onStudio}>{words.toStudio}</Button>
          </View>
        }
      />
    )
  const { isReady } = importing
  return (
    <TableFrame
      input={<ImportInput importing={importing} />}
      result={<ImportResult importing={importing} />}
      submit={{
        words:
          step.kind === 'checked' && isReady ? words.submitCount(step.found.drafts.length) : words.submit,
        isReady,
        isBusy: importing.isImporting,
        onTap: () => void importing.take(),
      }}
    />
  )
}

function ImportResult({ importing }: { readonly importing: ProductImport }) {
  const words = useImportWords()
  const { step } = importing
  if (step.kind === 'empty' || step.kind === 'done')
    return <EmptyFace icon="list" title={words.emptyTitle} hint={words.emptyHint} />
  if (step.kind === 'failed')
    return <FailedFace code={step.error.code} onRetry={() => void importing.check()} />
  if (step.kind === 'checking')
    return (
      <View className={cx(styles.checking)} {...{ role: 'status' }}>
        <Text className={cx(styles.heading)}>{words.checking}</Text>
        <Skeleton className={styles.skeleton} />
        <Skeleton className={styles.skeleton} />
        <Skeleton className={styles.skeleton} />
      </View>
    )
  const { drafts, problems } = step.found
  const kinds = drafts.reduce((sum, { skus }) => sum + skus.length, 0)
  return (
    <>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {drafts.length > 0 && (
        <View className={cx(styles.card)}>
          <View className={cx(styles.headingRow)}>
            {problems.length === 0 && <Icon name="check" tone="good" />}
            <Text className={cx(styles.heading)}>{words.preview(drafts.length, kinds)}</Text>
          </View>
          <DraftTable drafts={drafts} />
        </View>
      )}
    </>
  )
}
