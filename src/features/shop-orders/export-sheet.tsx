import { Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import { fileSaver } from '@/platform'
import { Button, Chips, copyText, cx, Problem, Sheet, toast } from '@/ui'
import { EXPORT_RANGES } from './export-range'
import styles from './form.module.scss'
import { type OrderExport, useExport } from './use-export'
import { useShopOrderWords } from './words'

export interface ExportSheetProps {
  readonly merchantId: MerchantId
  readonly open: boolean
  readonly onClose: () => void
}

export function ExportSheet(props: ExportSheetProps) {
  return props.open ? <OpenExportSheet {...props} /> : null
}

function OpenExportSheet({ merchantId, onClose }: ExportSheetProps) {
  const words = useShopOrderWords()
  const exporting = useExport(merchantId)
  const { step, range } = exporting
  return (
    <Sheet open title={words.exportTitle} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.label)}>{words.exportRange}</Text>
        <Chips
          label={words.exportRange}
          chips={EXPORT_RANGES.map((value) => ({ value, words: words.exportRanges[value] }))}
          chosen={range}
          onChoose={exporting.chooseRange}
        />
        <Text className={cx(styles.hint)}>{words.exportHint}</Text>
        {step.kind === 'refused' && <Problem failure={step.error} />}
        {step.kind === 'ready' ? (
          <Ready count={step.count} csv={step.csv} exporting={exporting} />
        ) : (
          <Button block busy={exporting.isMaking} onTap={() => void exporting.make()}>
            {words.exportMake}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

interface ReadyProps {
  readonly count: number
  readonly csv: string
  readonly exporting: OrderExport
}

/** The table is here: into a file the way this host does it, or onto the clipboard. */
function Ready({ count, csv, exporting }: ReadyProps) {
  const words = useShopOrderWords()
  if (count === 0) return <Text className={cx(styles.hint)}>{words.exportNone}</Text>
  async function save(): Promise<void> {
    const outcome = await exporting.save()
    if (outcome === 'saved') toast(words.exportSaved[fileSaver.way])
    if (outcome === 'failed') toast(words.exportFailed)
  }
  return (
    <>
      <Text className={cx(styles.label)} {...{ role: 'status' }}>
        {words.exportReady(count)}
      </Text>
      {fileSaver.way !== 'none' && (
        <Button block onTap={() => void save()}>
          {words.exportWays[fileSaver.way]}
        </Button>
      )}
      <Button kind="ghost" block onTap={() => void copyText(csv)}>
        {words.exportCopy}
      </Button>
    </>
  )
}
