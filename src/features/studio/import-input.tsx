import { Text, View } from '@tarojs/components'
import { Button, cx, TableInput } from '@/ui'
import { CSV_TEMPLATE } from './csv-template'
import { PickWords } from './pick-words'
import styles from './product-import-view.module.scss'
import { UploadWords } from './upload-words'
import type { ProductImport } from './use-product-import'
import { useImportWords } from './words/import'

/** The table and its pictures, from files or from the clipboard. */
export function ImportInput({ importing }: { readonly importing: ProductImport }) {
  const words = useImportWords()
  const { table, pickProblem } = importing
  return (
    <TableInput
      words={{
        ...words,
        template: words.templateCopy,
        placeholder: `${words.templateHint}\n${words.pastePlaceholder}`,
      }}
      csv={table.csv}
      fileName={table.fileName}
      template={CSV_TEMPLATE}
      problem={
        pickProblem !== null && (
          <PickWords failure={pickProblem} onSettingsSeen={importing.forgetPickProblem} />
        )
      }
      onFile={() => void importing.pickFile()}
      onCsv={importing.setCsv}
    >
      <PictureInput importing={importing} />
    </TableInput>
  )
}

function PictureInput({ importing }: { readonly importing: ProductImport }) {
  const words = useImportWords()
  const { progress, problem, forgetProblem } = importing.upload
  const names = Object.keys(importing.table.pictures)
  return (
    <View className={cx(styles.pictures)}>
      <Text className={cx(styles.hint)}>{words.picturesHint}</Text>
      <View className={cx(styles.actions)}>
        <Button kind="secondary" size="s" busy={progress !== null} onTap={() => void importing.addPictures()}>
          {progress === null ? words.pictures : words.picturesUploading(progress.done + 1, progress.all)}
        </Button>
      </View>
      {names.length > 0 && (
        <Text className={cx(styles.hint)}>{`${words.picturesDone(names.length)}：${names.join('、')}`}</Text>
      )}
      <UploadWords problem={problem} onSettingsSeen={forgetProblem} />
    </View>
  )
}
