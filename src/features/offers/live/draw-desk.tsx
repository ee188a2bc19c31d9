import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopDraw } from '@/contracts/merchant/draws'
import type { RoomId } from '@/domain/ids'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { asList } from '@/services/server-truth'
import { Button, Chips, cx, Field, ListFace, Problem, Sheet, Tag, toast } from '@/ui'
import { listSkeleton } from '../list-skeleton'
import styles from '../offers.module.scss'
import { readCount } from '../typed'
import { useOfferWords } from '../words'
import { useRoomDraws } from './use-room-draws'

export interface DrawDeskProps {
  readonly roomId: RoomId
  readonly aheadMs: number
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** The room's draws from the host's side: a new one, the one that is open, and who won. */
export function DrawDesk({ roomId, aheadMs, onChanged, onClose }: DrawDeskProps) {
  const words = useOfferWords().room
  const draws = useRoomDraws(roomId)
  const changed = (): void => {
    void draws.refresh()
    onChanged()
  }
  return (
    <Sheet open title={words.draw} height="tall" onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.hint)}>{words.drawHint}</Text>
        <ListFace
          state={asList(draws.truth, () => false)}
          skeleton={listSkeleton}
          empty={{ icon: 'gift', title: words.draw }}
          onRetry={() => void draws.refresh()}
        >
          {({ draws: all }) => (
            <View className={cx(styles.list)}>
              {!all.some(({ status }) => status === 'open') && <NewDraw roomId={roomId} onOpened={changed} />}
              {all.map((shown) => (
                <DrawRow key={shown.draw.id} shown={shown} aheadMs={aheadMs} onCancelled={changed} />
              ))}
            </View>
          )}
        </ListFace>
      </View>
    </Sheet>
  )
}

const MINUTES = ['1', '3', '5', '10', '30'] as const
const WINNERS = { min: 1, max: 50 }
const LONGEST_PRIZE = 40
const LONGEST_PHRASE = 20

interface NewDrawProps {
  readonly roomId: RoomId
  readonly onOpened: () => void
}

/** What the host has typed, and opening a draw with it. */
function useNewDraw({ roomId, onOpened }: NewDrawProps) {
  const { room: words } = useOfferWords()
  const [prize, setPrize] = useState('')
  const [phrase, setPhrase] = useState('')
  const [winners, setWinners] = useState('1')
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('3')
  const [isWrong, setWrong] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('draws', 'open')
  async function open(): Promise<void> {
    const many = readCount(winners, WINNERS)
    setWrong(!many.ok)
    setFailure(null)
    if (!many.ok) return
    const answer = await send({
      roomId,
      prize: prize.trim(),
      winners: many.value,
      minutes: Number(minutes),
      ...(phrase.trim() === '' ? {} : { phrase: phrase.trim() }),
    })
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      return
    }
    toast(words.drawOpened)
    onOpened()
  }
  const typeWinners = (typed: string): void => {
    setWinners(typed)
    setWrong(false)
  }
  const typed = { prize, phrase, winners, minutes }
  return { typed, setPrize, setPhrase, typeWinners, setMinutes, isWrong, failure, isUnderWay, open }
}

function NewDraw(props: NewDrawProps) {
  const { room: words, count } = useOfferWords()
  const { typed, setPrize, setPhrase, typeWinners, setMinutes, ...opening } = useNewDraw(props)
  return (
    <View className={cx(styles.block)}>
      <Field
        label={words.drawPrize}
        value={typed.prize}
        placeholder={words.drawPrizeHint}
        maxLength={LONGEST_PRIZE}
        onInput={setPrize}
      />
      <Field
        label={words.drawPhrase}
        value={typed.phrase}
        placeholder={words.drawPhraseHint}
        maxLength={LONGEST_PHRASE}
        onInput={setPhrase}
      />
      <Field
        type="number"
        label={words.drawWinners}
        value={typed.winners}
        maxLength={2}
        error={opening.isWrong ? count.range(WINNERS.min, WINNERS.max) : undefined}
        onInput={typeWinners}
      />
      <View className={cx(styles.quick)}>
        <Chips
          isLine
          label={words.drawMinutes}
          chips={MINUTES.map((value) => ({ value, words: words.minutes(Number(value)) }))}
          chosen={typed.minutes}
          onChoose={setMinutes}
        />
      </View>
      <Problem failure={opening.failure} />
      <View className={cx(styles.cardFoot)}>
        <Button
          busy={opening.isUnderWay}
          disabled={typed.prize.trim() === ''}
          onTap={() => void opening.open()}
        >
          {words.drawOpen}
        </Button>
      </View>
    </View>
  )
}

interface DrawRowProps {
  readonly shown: ShopDraw
  readonly aheadMs: number
  readonly onCancelled: () => void
}

const TONES = { open: 'brand', drawn: 'good', cancelled: 'muted' } as const

function DrawRow({ shown, aheadMs, onCancelled }: DrawRowProps) {
  const words = useOfferWords().room
  const { draw, status, entrants } = shown
  const said = draw.phrase === null ? [] : [words.drawPhraseIs(draw.phrase)]
  const facts = [words.drawWinnersIs(draw.winners), words.drawEntrants(entrants), ...said]
  return (
    <View className={cx(styles.block)}>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.skuName)}>{draw.prize}</Text>
        <Tag tone={TONES[status]}>{words.drawStatus[status]}</Tag>
      </View>
      <Text className={cx(styles.soft)}>{facts.join(' · ')}</Text>
      {status === 'open' && <OpenDraw shown={shown} aheadMs={aheadMs} onCancelled={onCancelled} />}
      {draw.result !== null && <Prizes prizes={shown.prizes} />}
    </View>
  )
}

/** Who won, and where each wants the prize. */
function Prizes({ prizes }: Pick<ShopDraw, 'prizes'>) {
  const words = useOfferWords().room
  if (prizes.length === 0) return <Text className={cx(styles.soft)}>{words.drawNobody}</Text>
  return (
    <View>
      {prizes.map(({ userId, name, deliverTo }) => (
        <View key={userId} className={cx(styles.move)}>
          <Text className={cx(styles.skuName)}>{words.drawWon(name)}</Text>
          <Text className={cx(styles.soft)} selectable>
            {deliverTo === null
              ? words.drawNoHome
              : `${deliverTo.name} ${deliverTo.phone} ${deliverTo.region} ${deliverTo.detail}`}
          </Text>
        </View>
      ))}
    </View>
  )
}

function OpenDraw({ shown: { draw }, aheadMs, onCancelled }: DrawRowProps) {
  const words = useOfferWords().room
  const closesIn = useTimeLeft(draw.closesAt, aheadMs)
  const { send, isUnderWay } = useMerchantOnce('draws', 'cancel')
  const [failure, setFailure] = useState<CallError | null>(null)
  async function cancel(): Promise<void> {
    setFailure(null)
    const answer = await send({ drawId: draw.id })
    if (answer === null) return
    if (answer.ok) onCancelled()
    else setFailure(answer.error)
  }
  return (
    <View>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.worth)}>
          {closesIn > 0 ? words.drawClosesIn(timeLeftText(closesIn)) : words.drawing}
        </Text>
        <Button
          kind="ghost"
          size="s"
          busy={isUnderWay}
          disabled={closesIn === 0}
          label={words.drawCancelLabel(draw.prize)}
          onTap={() => void cancel()}
        >
          {words.drawCancel}
        </Button>
      </View>
      <Problem failure={failure} />
    </View>
  )
}
