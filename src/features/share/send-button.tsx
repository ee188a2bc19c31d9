import { Button as HostButton } from '@tarojs/components'
import { Button, cx, toast } from '@/ui'
import type { RoomShare } from './use-room-share'
import { useShareWords } from './words'

export interface SendButtonProps {
  readonly share: RoomShare
}

/** Sends the card on, in the one way that the host allows. */
export function SendButton({ share }: SendButtonProps) {
  const words = useShareWords()
  const { action, card } = share
  if (action.kind === 'button')
    return (
      <Button
        block
        drawnBy={({ className, children }) => (
          <HostButton className={cx(className)} openType="share">
            {children}
          </HostButton>
        )}
      >
        {words.send}
      </Button>
    )
  const send = async (): Promise<void> => {
    if (card === null) {
      toast(words.preparing)
      return
    }
    const outcome = await action.share()
    if (outcome === 'copied') toast(words.copied)
    if (outcome === 'failed') toast(words.failed)
  }
  return (
    <Button
      block
      onTap={() => {
        void send()
      }}
    >
      {words.send}
    </Button>
  )
}
