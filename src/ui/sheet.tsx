import { ScrollView, Text, View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx'
import { useCommonWords } from './words/common'
import { Icon } from './icon'
import styles from './sheet.module.scss'
import { Tappable } from './tappable'

export interface SheetProps {
  readonly open: boolean
  readonly title?: string
  readonly onClose: () => void
  /** Stays at the bottom while the children scroll. */
  readonly footer?: ReactNode
  /** `tall` keeps one height whatever is inside, so that searching does not make it jump. */
  readonly height?: 'auto' | 'tall'
}

const FOCUS_AFTER_MS = 120

interface Focusable {
  focus?(): void
}

const keyOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'key' in event ? String(event.key) : ''

/** Slides over the lower part of the page; what is under it goes on. */
export function Sheet(props: PropsWithChildren<SheetProps>) {
  return props.open ? <OpenSheet {...props} /> : null
}

function OpenSheet({ title, onClose, footer, height = 'auto', children }: PropsWithChildren<SheetProps>) {
  const common = useCommonWords()
  const panel = useRef<Focusable>(null)
  useEffect(() => {
    // a browser's own components settle their children after they have been drawn, and a node that moves loses focus
    const timer = setTimeout(() => {
      panel.current?.focus?.()
    }, FOCUS_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  const asDialog = {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': title ?? '',
    tabIndex: -1,
    onKeyDown: (event: unknown) => {
      if (keyOf(event) === 'Escape') onClose()
    },
  }
  return (
    <View className={cx(styles.layer)} catchMove>
      <View className={cx(styles.scrim)} onClick={onClose} />
      <View ref={panel} className={cx(styles.panel, styles[height])} {...asDialog}>
        <View className={cx(styles.head)}>
          <Text className={cx(styles.title)}>{title ?? ''}</Text>
          <Tappable className={cx(styles.close)} label={common.close} onTap={onClose}>
            <Icon name="close" />
          </Tappable>
        </View>
        <ScrollView scrollY className={cx(styles.body)}>
          {children}
        </ScrollView>
        {footer !== undefined && <View className={cx(styles.footer)}>{footer}</View>}
      </View>
    </View>
  )
}
