import { Icon, Tappable } from '@/ui'
import { useShareWords } from './words'

export interface ShareEntryProps {
  readonly className?: string | undefined
  readonly onTap: () => void
}

/** Opens the ways to share: in the room's bar, where there is room for one. */
export function ShareEntry({ className, onTap }: ShareEntryProps) {
  const words = useShareWords()
  return (
    <Tappable className={className} label={words.share} onTap={onTap}>
      <Icon name="share" size="l" />
    </Tappable>
  )
}
