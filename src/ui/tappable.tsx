import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { cx } from './cx'
import styles from './tappable.module.scss'

export interface TappableProps {
  readonly onTap: () => void
  /** What it does, in words; needed when it shows no text of its own. */
  readonly label?: string
  readonly isDisabled?: boolean
  readonly className?: string | undefined
  readonly role?: 'button' | 'link' | 'tab' | 'option' | 'switch'
  readonly isSelected?: boolean
}

interface Key {
  readonly key?: string
  preventDefault?(): void
}

/** Anything that is tapped. Hosts draw plain views, so the role, the focus and the keys of a button are given here. */
export function Tappable(props: PropsWithChildren<TappableProps>) {
  const { onTap, label, isDisabled = false, className, role = 'button', isSelected, children } = props
  const act = (): void => {
    if (!isDisabled) onTap()
  }
  const forReaders = {
    role,
    tabIndex: isDisabled ? -1 : 0,
    'aria-disabled': isDisabled ? 'true' : 'false',
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(isSelected === undefined
      ? {}
      : { [role === 'switch' ? 'aria-checked' : 'aria-selected']: String(isSelected) }),
    onKeyDown: (event: Key) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault?.()
      act()
    },
  }
  return (
    <View
      className={cx(styles.tappable, isDisabled && styles.off, className)}
      hoverClass={isDisabled ? 'none' : (styles.pressed ?? 'none')}
      hoverStayTime={80}
      onClick={act}
      {...forReaders}
    >
      {children}
    </View>
  )
}
