import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import type { CouponChoice, Quote } from '@/contracts/orders'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { cx, Icon, Price, priceText, Skeleton, Tag, Tappable, useErrorWords } from '@/ui'
import styles from './price-part.module.scss'
import { placeOfProblem } from './problem-place'
import { type Quoted, type QuoteState, savedBy, shownQuote } from './quote-state'
import { useCheckoutWords } from './words'

interface PricePartProps {
  readonly quote: QuoteState
  readonly hasAddress: boolean
  readonly onCoupons: () => void
  readonly onRefresh: () => void
}

/** What it costs, explained line by line; the price from before stands dimmed until there is another one. */
export function PricePart({ quote, hasAddress, onCoupons, onRefresh }: PricePartProps) {
  const words = useCheckoutWords()
  const quoted = shownQuote(quote)
  if (quote.kind === 'none') return null
  if (quoted === null && quote.kind === 'asking') return <Skeleton className={styles.skeleton} />
  const forReaders = { 'aria-busy': String(quote.kind === 'asking'), 'aria-label': words.priceExplained }
  return (
    <View className={cx(styles.part)} {...forReaders}>
      {quote.kind === 'failed' && placeOfProblem(quote.error) === 'submit' && (
        <FailedRow code={quote.error.code} onRetry={onRefresh} />
      )}
      {quoted !== null && (
        <View className={cx(quote.kind !== 'ready' && styles.old)}>
          {quoted.quote.lines.map((line) => (
            <UnitRow key={line.skuId} line={line} />
          ))}
          <FlashRow quoted={quoted} onOver={onRefresh} />
          <Row label={words.goods}>
            <Price fen={quoted.quote.goods} size="s" className={styles.plain} />
          </Row>
          <CouponRow quoted={quoted} onTap={onCoupons} />
          <Row label={words.freight} note={hasAddress ? '' : words.freightNoAddress}>
            {quoted.quote.freight === 0 ? (
              <Text>{words.freightFree}</Text>
            ) : (
              <Price fen={quoted.quote.freight} size="s" className={styles.plain} />
            )}
          </Row>
          <Saved quote={quoted.quote} />
        </View>
      )}
    </View>
  )
}

interface RowProps {
  readonly label: string
  readonly note?: string
  readonly children: ReactNode
}

const Row = ({ label, note = '', children }: RowProps) => (
  <View className={cx(styles.row)}>
    <Text className={cx(styles.label)}>{label}</Text>
    {note !== '' && <Text className={cx(styles.rowNote)}>{note}</Text>}
    <View className={cx(styles.value)}>{children}</View>
  </View>
)

function UnitRow({ line }: { readonly line: Quote['lines'][number] }) {
  const words = useCheckoutWords()
  const { price, regularPrice, priceKind, quantity } = line
  const isLower = regularPrice > price
  return (
    <Row label={words.unitPrice}>
      {priceKind !== 'regular' && <Tag tone="brand">{words.priceKinds[priceKind]}</Tag>}
      {isLower && (
        <Text className={cx(styles.crossed)} aria-label={words.regularPrice(priceText(regularPrice))}>
          {priceText(regularPrice)}
        </Text>
      )}
      <Price fen={price} size="s" />
      <Text className={cx(styles.times)}>{`×${quantity}`}</Text>
    </Row>
  )
}

interface FlashRowProps {
  readonly quoted: Quoted
  readonly onOver: () => void
}

function FlashRow({ quoted, onOver }: FlashRowProps) {
  const { flashEndsAt } = quoted.quote
  if (flashEndsAt === null) return null
  return <FlashTime endsAt={flashEndsAt} aheadMs={quoted.serverAheadMs} onOver={onOver} />
}

interface FlashTimeProps {
  readonly endsAt: number
  readonly aheadMs: number
  readonly onOver: () => void
}

/** Counts down by the server's clock; when it is over the price is asked for anew. */
function FlashTime({ endsAt, aheadMs, onOver }: FlashTimeProps) {
  const words = useCheckoutWords()
  const left = useTimeLeft(endsAt, aheadMs)
  const isOver = left === 0
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return (
    <View className={cx(styles.flash)}>
      <Icon name="clock" size="s" />
      <Text className={cx(styles.flashWords)}>{words.flashLeft(timeLeftText(left))}</Text>
    </View>
  )
}

const couponOf = ({ coupons, claimId }: Quoted): CouponChoice | null =>
  coupons.find(({ held }) => held.id === claimId) ?? null

function CouponRow({ quoted, onTap }: { readonly quoted: Quoted; readonly onTap: () => void }) {
  const words = useCheckoutWords()
  const chosen = couponOf(quoted)
  const usable = quoted.coupons.filter(({ mismatch }) => mismatch === null).length
  return (
    <Tappable className={cx(styles.row, styles.tapped)} onTap={onTap}>
      <Text className={cx(styles.label)}>{words.coupon}</Text>
      <View className={cx(styles.value)}>
        {chosen !== null && <Text className={cx(styles.couponTitle)}>{chosen.held.coupon.title}</Text>}
        {quoted.quote.discount > 0 ? (
          <Text className={cx(styles.minus)}>{`−${priceText(quoted.quote.discount)}`}</Text>
        ) : (
          <Text className={cx(styles.couponTitle)}>
            {usable > 0 ? words.couponsUsable(usable) : words.couponsSee}
          </Text>
        )}
        <Icon name="next" size="s" tone="soft" />
      </View>
    </Tappable>
  )
}

function Saved({ quote }: { readonly quote: Quote }) {
  const words = useCheckoutWords()
  const saved = savedBy(quote)
  if (saved === 0) return null
  return <Text className={cx(styles.saved)}>{words.saved(priceText(saved))}</Text>
}

const alert = { role: 'alert' }

interface FailedRowProps {
  readonly code: Parameters<typeof useErrorWords>[0]
  readonly onRetry: () => void
}

function FailedRow({ code, onRetry }: FailedRowProps) {
  const words = useCheckoutWords()
  const { title, hint } = useErrorWords(code)
  return (
    <Tappable className={styles.failed} onTap={onRetry}>
      <Icon name={code === 'offline' ? 'offline' : 'alert'} size="s" />
      <Text className={cx(styles.failedWords)} {...alert}>{`${title}，${hint}`}</Text>
      <Text className={cx(styles.again)}>{words.priceAgain}</Text>
    </Tappable>
  )
}
