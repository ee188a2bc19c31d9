import { Button as HostButton, Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { cx } from './cx'
import { Tappable } from './tappable'
import styles from './button.module.scss'

/** What a tag of the host needs to look like our button. */
export interface ButtonFace {
  readonly className: string
  readonly isOff: boolean
  readonly children: ReactNode
}

export interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'ghost' | 'danger'
  readonly size?: 's' | 'm' | 'l'
  readonly block?: boolean
  readonly disabled?: boolean
  /** Shows that the tap is being worked on, and takes no other. */
  readonly busy?: boolean
  readonly onTap?: () => void
  /** An ability that the host gives only to its own button. */
  readonly openType?: 'share' | 'contact'
  /** The same for an ability that has a way of its own on each host. */
  readonly drawnBy?: (face: ButtonFace) => ReactNode
  readonly label?: string
  readonly className?: string | undefined
}

const nothing = (): void => undefined

export function Button(props: PropsWithChildren<ButtonProps>) {
  const { kind = 'primary', size = 'm', block, disabled = false, busy = false, openType, children } = props
  const isOff = disabled || busy
  const look = cx(
    styles.button,
    styles[kind],
    styles[`size-${size}`],
    block === true && styles.block,
    disabled && styles.off,
    props.className,
  )
  const face = (
    <>
      {busy && <View className={cx(styles.busy)} />}
      <Text className={cx(styles.text)}>{children}</Text>
    </>
  )
  if (props.drawnBy !== undefined)
    return props.drawnBy({ className: cx(look, styles.bare), isOff, children: face })
  if (openType !== undefined)
    return (
      <HostButton
        className={cx(look, styles.bare)}
        openType={openType}
        disabled={isOff}
        onClick={props.onTap ?? nothing}
      >
        {face}
      </HostButton>
    )
  return (
    <Tappable
      className={look}
      isDisabled={isOff}
      onTap={props.onTap ?? nothing}
      {...(props.label === undefined ? {} : { label: props.label })}
    >
      {face}
    </Tappable>
  )
}
