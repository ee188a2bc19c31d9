import { Text, Textarea, View } from '@tarojs/components'
import { Button, copyText, cx, Icon, Tappable, useCopy } from '@/ui'
import { CSV_TEMPLATE } from './csv-template'
import { PickWords } from './pick-words'
import styles from './product-import-view.module.scss'
import { UploadWords } from './upload-words'
import type { ProductImport } from './use-product-import'

interface Typed {
  readonly detail: { readonly value: string }
}

const MAX_CSV = 1_000_000

/** The table and its pictures, from files or from the clipboard. */
export function ImportInput({ importing }: { readonly importing: ProductImport }) {
  const words = useCopy().productImport
  const { csv, fileName, pickProblem } = importing
  const forReaders = { 'aria-label': words.paste }
  return (
    <View className={cx(styles.card)}>
      <Text className={cx(styles.hint)}>{words.intro}</Text>
      <View className={cx(styles.actions)}>
        <Button onTap={() => void importing.pickFile()}>{words.file}</Button>
        <Button kind="ghost" onTap={() => void copyText(CSV_TEMPLATE)}>
          {words.templateCopy}
        </Button>
      </View>
      {fileName !== null && (
        <View className={cx(styles.file)}>
          <Icon name="receipt" size="s" tone="soft" />
          <Text>{words.fileName(fileName)}</Text>
        </View>
      )}
      {pickProblem !== null && (
        <PickWords failure={pickProblem} onSettingsSeen={importing.forgetPickProblem} />
      )}
      <View className={cx(styles.pasteHead)}>
        <Text className={cx(styles.label)}>{words.paste}</Text>
        {csv !== '' && (
          <Tappable className={styles.clear} onTap={() => importing.setCsv('')}>
            <Text>{words.clear}</Text>
          </Tappable>
        )}
      </View>
      <Textarea
        className={cx(styles.paste)}
        value={csv}
        placeholder={`${words.templateHint}\n${words.pastePlaceholder}`}
        placeholderClass={cx(styles.placeholder)}
        maxlength={MAX_CSV}
        onInput={(event: Typed) => {
          importing.setCsv(event.detail.value)
        }}
        {...forReaders}
      />
      <PictureInput importing={importing} />
    </View>
  )
}

function PictureInput({ importing }: { readonly importing: ProductImport }) {
  const words = useCopy().productImport
  const { progress, problem, forgetProblem } = importing.upload
  const names = Object.keys(importing.pictures)
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
