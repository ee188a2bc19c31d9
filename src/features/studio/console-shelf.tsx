import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { ProductId } from '@/domain/ids'
import { mostAsked } from '@/domain/explain-asks'
import { isSoldOut, lowestPrice, type ShelfProduct } from '@/domain/product'
import type { Asks, RoomState } from '@/domain/room'
import { Button, cx, EmptyFace, Picture, Price, Tag } from '@/ui'
import styles from './console-shelf.module.scss'
import { LibrarySheet } from './library-sheet'
import { type ShelfWork, useShelfWork } from './use-shelf-work'
import { useStudioWords } from './words/studio'

export interface ConsoleShelfProps {
  readonly state: RoomState
  /** How many viewers wait for each product to be explained. */
  readonly asks: Asks
  /** Something was changed on the server: the room's log has news. */
  readonly onChanged: () => void
  /** To the product's prices in this room. */
  readonly onPrices: (product: ShelfProduct) => void
  /** What else the host can do for the room. */
  readonly tools?: ReactNode
}

/** The shelf in the host's hands: explain one, stop, put on, take off. */
export function ConsoleShelf({ state, asks, onChanged, onPrices, tools }: ConsoleShelfProps) {
  const words = useStudioWords().console
  const { shelf, explaining, offers, room } = state
  const work = useShelfWork(room.id, onChanged)
  const [isPicking, setPicking] = useState(false)
  const isOver = room.status === 'ended'
  const hottest = mostAsked(
    asks,
    shelf.map(({ id }) => id),
  )
  const add = isOver ? null : (
    <Button kind="secondary" size="s" onTap={() => setPicking(true)}>
      {words.addProducts}
    </Button>
  )
  return (
    <View className={cx(styles.shelf)}>
      <View className={cx(styles.top)}>
        <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
          {words.shelfTitle(shelf.length)}
        </Text>
        {!isOver && tools}
        {add}
      </View>
      {shelf.length === 0 ? (
        <EmptyFace icon="bag" title={words.shelfEmpty} hint={words.shelfEmptyHint} />
      ) : (
        <View className={cx(styles.rows)}>
          {shelf.map((product) => (
            <ShelfRow
              key={product.id}
              product={product}
              asks={asks[product.id] ?? 0}
              isHottest={hottest.includes(product.id)}
              isExplaining={explaining.includes(product.id)}
              isOneExplained={explaining.length > 0}
              isPriceHidden={offers.hiddenPrices.includes(product.id)}
              canExplain={room.status === 'live'}
              canTakeOff={!isOver}
              work={work}
              onPrices={onPrices}
            />
          ))}
        </View>
      )}
      <LibrarySheet open={isPicking} state={state} work={work} onClose={() => setPicking(false)} />
    </View>
  )
}

interface RowActionsProps {
  readonly product: ShelfProduct
  readonly isExplaining: boolean
  /** Something is explained that this could be explained together with. */
  readonly isOneExplained: boolean
  readonly canExplain: boolean
  readonly canTakeOff: boolean
  readonly work: ShelfWork
  readonly onPrices: ConsoleShelfProps['onPrices']
}
interface ShelfRowProps extends RowActionsProps {
  readonly asks: number
  readonly isHottest: boolean
  readonly isPriceHidden: boolean
}

const stockOf = ({ skus }: ShelfProduct): number => skus.reduce((sum, { available }) => sum + available, 0)

function ShelfRow({ asks, isHottest, isPriceHidden, ...row }: ShelfRowProps) {
  const { product, isExplaining } = row
  const words = useStudioWords().console
  const price = lowestPrice(product)
  return (
    <View className={cx(styles.row, isExplaining && styles.explaining)}>
      <View className={cx(styles.pictureBox)}>
        <Picture src={product.pictureUrl} alt="" className={styles.picture} />
        <Text className={cx(styles.position)}>{String(product.position)}</Text>
      </View>
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{product.name}</Text>
        <View className={cx(styles.facts)}>
          {price !== null && <Price fen={price} size="s" from={product.skus.length > 1} />}
          {isSoldOut(product) ? (
            <Tag tone="muted">{words.soldOut}</Tag>
          ) : (
            <Text className={cx(styles.stock)}>{words.stock(stockOf(product))}</Text>
          )}
          {isPriceHidden && <Tag tone="warn">{words.priceHidden}</Tag>}
          {asks > 0 && (
            <Tag tone={isHottest ? 'brand' : 'plain'}>
              {isHottest ? words.asksMost(asks) : words.asks(asks)}
            </Tag>
          )}
        </View>
      </View>
      <RowActions {...row} />
    </View>
  )
}

function RowActions(props: RowActionsProps) {
  const { product, isExplaining, isOneExplained, canExplain, canTakeOff, work, onPrices } = props
  const words = useStudioWords().console
  const id: ProductId = product.id
  const isBusy = work.busyWith === id
  return (
    <View className={cx(styles.actions)}>
      {canTakeOff && (
        <>
          <Button
            kind="ghost"
            size="s"
            label={words.livePriceLabel(product.name)}
            onTap={() => onPrices(product)}
          >
            {words.livePrice}
          </Button>
          <Button
            kind="ghost"
            size="s"
            label={words.takeOffLabel(product.name)}
            disabled={isBusy}
            onTap={() => void work.takeOff(id)}
          >
            {words.takeOff}
          </Button>
        </>
      )}
      {isOneExplained && !isExplaining && canExplain && (
        <Button
          kind="secondary"
          size="s"
          label={words.explainTooLabel(product.name)}
          disabled={isBusy}
          onTap={() => void work.explain(id, true)}
        >
          {words.explainToo}
        </Button>
      )}
      {isExplaining ? (
        <Button kind="danger" size="s" busy={isBusy} onTap={() => void work.stopExplaining(id)}>
          {words.stopExplaining}
        </Button>
      ) : (
        <Button
          size="s"
          label={words.explainLabel(product.name)}
          disabled={!canExplain}
          busy={isBusy}
          onTap={() => void work.explain(id)}
        >
          {words.explain}
        </Button>
      )}
    </View>
  )
}
