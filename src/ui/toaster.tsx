import { Text, View } from '@tarojs/components'
import { create } from 'zustand'
import { cx } from './cx'
import styles from './toaster.module.scss'

const SHOWN_MS = 2_600

interface Toast {
  readonly text: string
  readonly turn: number
}

const useToast = create<Toast>()(() => ({ text: '', turn: 0 }))

let hiding: ReturnType<typeof setTimeout> | undefined

/** Says something in passing, over whatever page is open. */
export function toast(text: string): void {
  useToast.setState(({ turn }) => ({ text, turn: turn + 1 }))
  // not a page's timer: whoever goes on to the next page would read it there once more
  clearTimeout(hiding)
  hiding = setTimeout(() => {
    useToast.setState({ text: '' })
  }, SHOWN_MS)
}

const forReaders = { role: 'status', 'aria-live': 'polite' }

/** Where toasts appear; each Page has one. */
export function Toaster() {
  const { text, turn } = useToast()
  return (
    <View className={cx(styles.layer)} {...forReaders}>
      {text !== '' && (
        <View key={turn} className={cx(styles.toast)}>
          <Text>{text}</Text>
        </View>
      )}
    </View>
  )
}
