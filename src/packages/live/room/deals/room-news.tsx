import { Text } from '@tarojs/components'
import { useEffect, useReducer, useRef } from 'react'
import type { ShelfProduct } from '@/domain/product'
import type { ReadyRoom } from '@/features/live'
import { device } from '@/platform'
import { cx, type Paint, Tappable } from '@/ui'
import { hearPulse, type News, NO_NEWS, SHOWN_MS } from './news'
import styles from './room-news.module.scss'
import { useRoomNewsWords } from './words'

export interface RoomNewsProps {
  readonly ready: ReadyRoom
  readonly paint: Paint
  readonly onBuy: (product: ShelfProduct) => void
}

/** Who came, and what was bought just now: true numbers, one line at a time, in a place that moves nothing else. */
export function RoomNews({ ready, paint, onBuy }: RoomNewsProps) {
  const news = useNews(ready, paint)
  const words = useRoomNewsWords()
  if (news === null) return null
  if (news.kind === 'came') return <Text className={cx(styles.line)}>{words.came(news.names)}</Text>
  const { product, buyers } = news
  return (
    <Tappable
      className={cx(styles.line, styles.bought)}
      label={words.boughtLabel(buyers, product.name)}
      onTap={() => onBuy(product)}
    >
      <Text>{words.bought(buyers, product.position)}</Text>
      <Text className={cx(styles.go)}>{words.look}</Text>
    </Tappable>
  )
}

/** Each pulse is heard once, with the drawing that brought it; the line goes with the page's heartbeat. */
function useNews({ pulse, state }: ReadyRoom, paint: Paint): News | null {
  const told = useRef(NO_NEWS)
  const heard = useRef<ReadyRoom['pulse'] | null>(null)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const now = device.now()
  if (heard.current !== pulse) {
    heard.current = pulse
    told.current = hearPulse(told.current, pulse, { shelf: state.shelf, now })
  }
  const { news, until } = told.current
  useEffect(() => {
    if (news === null) return undefined
    const timer = setTimeout(() => paint.soon('news', draw), SHOWN_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [news, paint])
  return now < until ? news : null
}
