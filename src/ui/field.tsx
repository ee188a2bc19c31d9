import { Input, Text, Textarea, View } from '@tarojs/components'
import { cx } from './cx'
import styles from './field.module.scss'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** What is wrong with it, in words. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly type?: 'text' | 'number' | 'digit' | 'long'
  readonly maxLength?: number
}

interface Typed {
  readonly detail: { readonly value: string }
}

/** A browser's number field takes no pasted "138 0013 8000" and grows arrows; its telephone field does neither. */
const DIAL = { nativeProps: { type: 'tel' } }

export function Field(props: FieldProps) {
  const { label, value, onInput, error, placeholder = '', type = 'text', maxLength = 200 } = props
  const shared = {
    value,
    placeholder,
    maxlength: maxLength,
    placeholderClass: cx(styles.placeholder),
    onInput: (event: Typed) => {
      onInput(event.detail.value)
    },
    'aria-label': label,
    'aria-invalid': error === undefined ? 'false' : 'true',
  }
  const alert = { role: 'alert' }
  return (
    <View className={cx(styles.field, error !== undefined && styles.wrong)}>
      <Text className={cx(styles.label)}>{label}</Text>
      <View className={cx(styles.body)}>
        {type === 'long' ? (
          <Textarea className={cx(styles.input, styles.long)} autoHeight {...shared} />
        ) : (
          <Input className={cx(styles.input)} type={type} {...(type === 'number' && DIAL)} {...shared} />
        )}
        {error !== undefined && (
          <Text className={cx(styles.error)} {...alert}>
            {error}
          </Text>
        )}
      </View>
    </View>
  )
}
