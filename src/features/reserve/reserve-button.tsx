import type { Room } from '@/domain/room'
import { Button, errorWords, toast } from '@/ui'
import styles from './reserve-button.module.scss'
import { useReservations } from './reservations'
import { cancelReservation, reserve, type ReserveOutcome } from './reserve'
import { useReserveWords } from './words'

export interface ReserveButtonProps {
  readonly room: Pick<Room, 'id' | 'title'>
  readonly size?: 's' | 'm' | 'l'
  readonly block?: boolean
  /** On a picture, whatever its colours. */
  readonly isOnDark?: boolean
}

/** Wants to be told when the show begins, or no longer; the same state wherever the show is shown. */
export function ReserveButton({ room, size = 's', block = false, isOnDark = false }: ReserveButtonProps) {
  const words = useReserveWords()
  const isReserved = useReservations(({ rooms }) => rooms?.includes(room.id) ?? false)
  const isBusy = useReservations(({ underWay }) => underWay.includes(room.id))
  const say = (outcome: ReserveOutcome | null): void => {
    if (outcome === null) return
    if (outcome.kind === 'reserved') toast(words.outcomes[outcome.prompt])
    else if (outcome.kind === 'cancelled') toast(words.cancelled)
    else toast(problemText(outcome.code))
  }
  const change = (): void => {
    void (isReserved ? cancelReservation(room.id) : reserve(room.id)).then(say)
  }
  return (
    <Button
      kind={isReserved ? 'ghost' : isOnDark ? 'primary' : 'secondary'}
      size={size}
      block={block}
      className={isOnDark && isReserved ? styles.onDark : undefined}
      busy={isBusy}
      label={isReserved ? words.reservedLabel(room.title) : words.label(room.title)}
      onTap={change}
    >
      {isReserved ? words.reserved : words.reserve}
    </Button>
  )
}

function problemText(code: Parameters<typeof errorWords>[0]): string {
  const { title, hint } = errorWords(code)
  return `${title}，${hint}`
}
