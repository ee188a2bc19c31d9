import { Text, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { copyText } from './copy-text'
import { cx } from './cx'
import { Icon } from './icon'
import styles from './table-input.module.scss'
import { Tappable } from './tappable'

interface TableInputProps {
  readonly words: {
    readonly intro: string
    readonly file: string
    readonly template: string
    readonly fileName: (name: string) => string
    readonly paste: string
    readonly clear: string
    readonly placeholder: string
  }
  readonly csv: string
  readonly fileName: string | null
  /** What somebody may begin with, copied on a tap. */
  readonly template: string
  /** Why no file came. */
  readonly problem: ReactNode
  readonly onFile: () => void
  readonly onCsv: (csv: string) => void
  readonly children?: ReactNode
}

interface Typed {
  readonly detail: { readonly value: string }
}

const MAX_CSV = 1_000_000

/** A table, from a file or from the clipboard. */
export function TableInput(props: TableInputProps) {
  const { words, csv, fileName, template, problem, onFile, onCsv, children } = props
  return (
    <View className={cx(styles.card)}>
      <Text className={cx(styles.hint)}>{words.intro}</Text>
      <View className={cx(styles.actions)}>
        <Button onTap={onFile}>{words.file}</Button>
        <Button kind="ghost" onTap={() => void copyText(template)}>
          {words.template}
        </Button>
      </View>
      {fileName !== null && (
        <View className={cx(styles.file)}>
          <Icon name="receipt" size="s" tone="soft" />
          <Text>{words.fileName(fileName)}</Text>
        </View>
      )}
      {problem}
      <View className={cx(styles.pasteHead)}>
        <Text className={cx(styles.label)}>{words.paste}</Text>
        {csv !== '' && (
          <Tappable className={styles.clear} onTap={() => onCsv('')}>
            <Text>{words.clear}</Text>
          </Tappable>
        )}
      </View>
      <Textarea
        className={cx(styles.paste)}
        value={csv}
        placeholder={words.placeholder}
        placeholderClass={cx(styles.placeholder)}
        maxlength={MAX_CSV}
        onInput={(event: Typed) => onCsv(event.detail.value)}
        {...{ 'aria-label': words.paste }}
      />
      {children}
    </View>
  )
}
