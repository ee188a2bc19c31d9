import { Button as HostButton } from '@tarojs/components'
import { cx, Icon, Tappable, toast, useCopy } from '@/ui'
import styles from './share-button.module.scss'
import type { RoomShare } from './use-room-share'

export interface ShareButtonProps {
  readonly share: RoomShare
  readonly className?: string | undefined
}

export function ShareButton({ share, className }: ShareButtonProps) {
  const copy = useCopy()
  const { action, isReady } = share
  const icon = <Icon name="share" size="l" />
  if (action.kind === 'button')
    return (
      <HostButton
        className={cx(styles.bare, className)}
        openType="share"
        {...{ 'aria-label': copy.share.share }}
      >
        {icon}
      </HostButton>
    )
  const send = async (): Promise<void> => {
    if (!isReady) {
      toast(copy.share.preparing)
      return
    }
    const outcome = await action.share()
    if (outcome === 'copied') toast(copy.share.copied)
    if (outcome === 'failed') toast(copy.share.failed)
  }
  return (
    <Tappable
      className={className}
      label={copy.share.share}
      onTap={() => {
        void send()
      }}
    >
      {icon}
    </Tappable>
  )
}
