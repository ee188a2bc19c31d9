import { Text, View } from '@tarojs/components'
import { ReserveButton, useReserveWords, useStanding } from '@/features/reserve'
import { useShelfWords } from '@/features/shelf'
import type { Room } from '@/domain/room'
import type { ShelfProduct } from '@/domain/product'
import { cx, Picture, Tappable, useCountText } from '@/ui'
import styles from './upcoming-parts.module.scss'

export interface UpcomingPartsProps {
  readonly room: Room
  readonly shelf: readonly ShelfProduct[]
  readonly onShelf: () => void
}

const SHOWN = 4

/** What there is to do before a show: be told of its start, and look at what it will sell. */
export function UpcomingParts({ room, shelf, onShelf }: UpcomingPartsProps) {
  const words = useReserveWords()
  const shelfWords = useShelfWords()
  const countText = useCountText()
  const reserved = useStanding(room.id)
  return (
    <View className={cx(styles.parts)}>
      <View className={cx(styles.reserve)}>
        <ReserveButton room={room} size="m" block isOnDark />
      </View>
      <Text className={cx(styles.count)}>
        {reserved === null || reserved === 0 ? words.beTheFirst : words.count(countText(reserved))}
      </Text>
      {shelf.length > 0 && (
        <Tappable className={cx(styles.goods)} label={shelfWords.title(shelf.length)} onTap={onShelf}>
          {shelf.slice(0, SHOWN).map((product) => (
            <Picture
              key={product.id}
              className={cx(styles.product)}
              src={product.pictureUrl}
              alt={product.name}
            />
          ))}
          {shelf.length > SHOWN && <Text className={cx(styles.more)}>{`+${shelf.length - SHOWN}`}</Text>}
        </Tappable>
      )}
    </View>
  )
}
