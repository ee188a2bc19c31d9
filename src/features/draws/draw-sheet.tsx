import { Text, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { UserId } from '@/domain/ids'
import type { DrawResult, RoomDraw } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'
import { timeLeftText } from '@/services/server-clock'
import { Button, cx, EmptyFace, Sheet, useErrorWords } from '@/ui'
import { drawPhase, hasWon } from './draw-phase'
import styles from './draw-sheet.module.scss'
import { FairPart } from './fair-part'
import { type PrizeAddressProps, PrizePart } from './prize-part'
import { type Entering, type Say, useStanding } from './use-standing'
import { useDrawWords } from './words'

/** Who looks at the draw: not everybody may take part. */
export interface DrawViewer {
  /** Null while nobody knows who this is. */
  readonly userId: UserId | null
  readonly isGuest: boolean
  readonly isStaff: boolean
}

export interface DrawSheetProps {
  /** Null when it was cancelled while the sheet is open. */
  readonly draw: RoomDraw | null
  readonly now: EpochMs
  readonly viewer: DrawViewer
  /** `AddressField` of features/addresses: features are strangers, the page introduces them. */
  readonly AddressField: ComponentType<PrizeAddressProps>
  /** Some draws ask for a phrase: the chat is a stranger, too. */
  readonly say: Say
  readonly onClose: () => void
}

/** One draw: taking part, who won, and why nobody could choose them. */
export function DrawSheet({ draw, onClose, ...rest }: DrawSheetProps) {
  const words = useDrawWords()
  return (
    <Sheet open title={words.badge} onClose={onClose}>
      {draw === null ? (
        <EmptyFace icon="gift" title={words.cancelled} />
      ) : (
        <DrawFace key={draw.id} draw={draw} {...rest} />
      )}
    </Sheet>
  )
}

interface DrawFaceProps extends Omit<DrawSheetProps, 'draw' | 'onClose'> {
  readonly draw: RoomDraw
}

function DrawFace({ draw, now, viewer, AddressField, say }: DrawFaceProps) {
  const words = useDrawWords()
  const entering = useStanding(draw, say)
  const people = draw.result?.entrants ?? entering.standing?.entrants ?? null
  return (
    <View className={cx(styles.face)}>
      <Text className={cx(styles.prize)}>{draw.prize}</Text>
      <View className={cx(styles.facts)}>
        <Text>{words.winnersOf(draw.winners)}</Text>
        {people !== null && <Text>{words.entrants(people)}</Text>}
      </View>
      {draw.result === null ? (
        <OpenPart draw={draw} now={now} viewer={viewer} entering={entering} />
      ) : (
        <ResultPart
          draw={draw}
          result={draw.result}
          entering={entering}
          userId={viewer.userId}
          AddressField={AddressField}
        />
      )}
      <FairPart draw={draw} userId={viewer.userId} />
    </View>
  )
}

interface OpenPartProps extends Pick<DrawFaceProps, 'draw' | 'now' | 'viewer'> {
  readonly entering: Entering
}

function OpenPart({ draw, now, viewer, entering }: OpenPartProps) {
  const words = useDrawWords()
  const { standing, isUnderWay, enter } = entering
  const isOpen = drawPhase(draw, now) === 'open'
  const hasEntered = standing?.hasEntered === true
  const enterWords = draw.phrase === null ? words.enter : words.enterByPhrase
  const hindrance = viewer.isGuest ? words.guest : viewer.isStaff ? words.staff : null
  return (
    <View className={cx(styles.open)}>
      {isOpen && (
        <View className={cx(styles.clock)}>
          <Text>{words.closesIn}</Text>
          <Text className={cx(styles.time)} {...{ role: 'timer' }}>
            {timeLeftText(draw.closesAt - now)}
          </Text>
        </View>
      )}
      {draw.phrase !== null && (
        <View className={cx(styles.clock)}>
          <Text>{words.phrase}</Text>
          <Text className={cx(styles.phrase)}>{draw.phrase}</Text>
        </View>
      )}
      {hindrance === null ? (
        <Button size="l" block busy={isUnderWay} disabled={!isOpen || hasEntered} onTap={() => void enter()}>
          {hasEntered ? words.entered : isOpen ? enterWords : words.waiting}
        </Button>
      ) : (
        <Text className={cx(styles.note)}>{hindrance}</Text>
      )}
      <Refused entering={entering} />
    </View>
  )
}

const alert = { role: 'alert' }

function Refused({ entering: { problem, unsaid } }: { readonly entering: Entering }) {
  const { title, hint } = useErrorWords(problem?.code ?? 'internal')
  if (problem === null && unsaid === null) return null
  return (
    <Text className={cx(styles.problem)} {...alert}>
      {unsaid ?? `${title}，${hint}`}
    </Text>
  )
}

interface ResultPartProps {
  readonly draw: RoomDraw
  readonly result: DrawResult
  readonly entering: Entering
  readonly userId: UserId | null
  readonly AddressField: ComponentType<PrizeAddressProps>
}

function ResultPart({ draw, result, entering, userId, AddressField }: ResultPartProps) {
  const words = useDrawWords()
  const hasEntered = entering.standing?.hasEntered === true
  // whoever took part in the other app has won there
  const isWinner = hasWon(draw, userId) || entering.standing?.hasWon === true
  const outcome = isWinner ? words.won : hasEntered ? words.lost : words.notEntered
  if (result.winners.length === 0) return <Text className={cx(styles.note)}>{words.nobodyEntered}</Text>
  return (
    <View>
      <Text className={cx(styles.outcome, isWinner && styles.won)} {...{ role: 'status' }}>
        {outcome}
      </Text>
      {isWinner && <PrizePart drawId={draw.id} entering={entering} AddressField={AddressField} />}
      <Text className={cx(styles.heading)}>{words.winners}</Text>
      <View className={cx(styles.winners)}>
        {result.winners.map((winner) => (
          <Text key={winner.userId} className={cx(styles.winner, winner.userId === userId && styles.own)}>
            {winner.userId === userId ? `${winner.name}（${words.you}）` : winner.name}
          </Text>
        ))}
      </View>
    </View>
  )
}
