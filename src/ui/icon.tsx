import { Text } from '@tarojs/components'
import { cx } from './cx'
import styles from './icon.module.scss'

export type IconName =
  | 'back'
  | 'close'
  | 'next'
  | 'down'
  | 'search'
  | 'bag'
  | 'share'
  | 'heart'
  | 'send'
  | 'chat'
  | 'people'
  | 'check'
  | 'plus'
  | 'minus'
  | 'alert'
  | 'offline'
  | 'clock'
  | 'store'
  | 'place'
  | 'wallet'
  | 'parcel'
  | 'person'
  | 'copy'
  | 'play'
  | 'stream'
  | 'download'
  | 'edit'
  | 'trash'
  | 'refresh'
  | 'sound'
  | 'muted'
  | 'globe'
  | 'type'
  | 'picture'
  | 'receipt'
  | 'away'
  | 'calendar'
  | 'list'
  | 'bulb'
  | 'gift'

export interface IconProps {
  readonly name: IconName
  readonly size?: 's' | 'm' | 'l' | 'xl'
  readonly tone?: 'soft' | 'brand' | 'good' | 'warn' | 'danger'
  readonly className?: string | undefined
}

/** A drawing in the colour of the text around it. It says nothing to a screen reader: label what is tapped. */
export function Icon({ name, size = 'm', tone, className }: IconProps) {
  const hidden = { 'aria-hidden': 'true' }
  return (
    <Text
      className={cx(
        styles.icon,
        styles[name],
        styles[`size-${size}`],
        tone && styles[`tone-${tone}`],
        className,
      )}
      {...hidden}
    />
  )
}
