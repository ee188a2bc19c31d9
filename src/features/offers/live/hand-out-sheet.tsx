import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopCoupon } from '@/contracts/merchant/coupons'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomCoupon } from '@/domain/room-offers'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { asList } from '@/services/server-truth'
import { Button, Chips, cx, ListFace, Problem, Sheet, Tag, toast } from '@/ui'
import { listSkeleton } from '../list-skeleton'
import { couponStatus } from '../offer-status'
import styles from '../offers.module.scss'
import { useCoupons } from '../use-coupons'
import { useOfferWords } from '../words'

export interface HandOutSheetProps {
  readonly roomId: RoomId
  /** What is in the room already. */
  readonly handedOut: readonly RoomCoupon[]
  readonly aheadMs: number
  readonly onChanged: () => void
  readonly onClose: () => void
}

const MINUTES = ['3', '5', '10', 'open'] as const
type Minutes = (typeof MINUTES)[number]

/** The shop's coupons that can be claimed now, to be handed out in the room, and taken back. */
export function HandOutSheet({ roomId, handedOut, aheadMs, onChanged, onClose }: HandOutSheetProps) {
  const { room: words, coupons: couponWords } = useOfferWords()
  const coupons = useCoupons(merchantOf(roomId))
  const [minutes, setMinutes] = useState<Minutes>('5')
  return (
    <Sheet open title={words.handOut} height="tall" onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.hint)}>{words.handOutHint}</Text>
        <View className={cx(styles.quick)}>
          <Chips
            isLine
            label={words.handOutMinutes}
            chips={MINUTES.map((value) => ({
              value,
              words: value === 'open' ? words.untilTakenBack : words.minutes(Number(value)),
            }))}
            chosen={minutes}
            onChoose={setMinutes}
          />
        </View>
        <ListFace
          state={asList(coupons.truth, ({ coupons: all }) => all.length === 0)}
          skeleton={listSkeleton}
          empty={{ icon: 'receipt', title: couponWords.emptyTitle, hint: words.handOutEmpty }}
          onRetry={() => void coupons.refresh()}
        >
          {({ coupons: all, serverTime }) => (
            <View className={cx(styles.list)}>
              {all
                .filter((shown) => couponStatus(shown, serverTime) === 'open')
                .map((shown) => (
                  <HandOutRow
                    key={shown.coupon.id}
                    roomId={roomId}
                    shown={shown}
                    inRoom={handedOut.find(({ id }) => id === shown.coupon.id) ?? null}
                    minutes={minutes === 'open' ? null : Number(minutes)}
                    aheadMs={aheadMs}
                    onChanged={onChanged}
                  />
                ))}
            </View>
          )}
        </ListFace>
      </View>
    </Sheet>
  )
}

interface HandOutRowProps extends Pick<HandOutSheetProps, 'roomId' | 'aheadMs' | 'onChanged'> {
  readonly shown: ShopCoupon
  readonly inRoom: RoomCoupon | null
  /** Null: until it is taken back. */
  readonly minutes: number | null
}

function HandOutRow({ roomId, shown, inRoom, minutes, aheadMs, onChanged }: HandOutRowProps) {
  const words = useOfferWords().room
  const { coupon, claimed } = shown
  const handOut = useMerchantOnce('coupons', 'hand-out')
  const takeBack = useMerchantOnce('coupons', 'take-back')
  const [failure, setFailure] = useState<CallError | null>(null)
  async function change(): Promise<void> {
    setFailure(null)
    const input = { roomId, couponId: coupon.id }
    const answer = await (inRoom === null ? handOut.send({ ...input, minutes }) : takeBack.send(input))
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      return
    }
    toast(inRoom === null ? words.handedOut : words.takenBack)
    onChanged()
  }
  const label = inRoom === null ? words.handOutLabel(coupon.title) : words.takeBackLabel(coupon.title)
  return (
    <View className={cx(styles.block)}>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.skuName)}>{coupon.title}</Text>
        {inRoom !== null && <InRoom coupon={inRoom} aheadMs={aheadMs} />}
        <Text className={cx(styles.soft)}>{words.left(coupon.total - claimed)}</Text>
        <Button
          kind={inRoom === null ? 'primary' : 'ghost'}
          size="s"
          label={label}
          busy={handOut.isUnderWay || takeBack.isUnderWay}
          onTap={() => void change()}
        >
          {inRoom === null ? words.handOutYes : words.takeBack}
        </Button>
      </View>
      <Problem failure={failure} />
    </View>
  )
}

function InRoom({ coupon, aheadMs }: { readonly coupon: RoomCoupon; readonly aheadMs: number }) {
  const words = useOfferWords().room
  const endsIn = useTimeLeft(coupon.until ?? 0, aheadMs)
  return (
    <Tag tone="brand">{coupon.until === null ? words.inRoom : words.inRoomFor(timeLeftText(endsIn))}</Tag>
  )
}
