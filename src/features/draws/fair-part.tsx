import { Text, View } from '@tarojs/components'
import type { DrawCheck } from '@/domain/draw'
import type { UserId } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import { Button, copyText, cx, Icon } from '@/ui'
import styles from './draw-sheet.module.scss'
import { useVerifying, type Verifying } from './use-verifying'
import { useDrawWords } from './words'

interface FairPartProps {
  readonly draw: RoomDraw
  readonly userId: UserId | null
}

/** What was published and when; once it is drawn, whoever doubts it computes it again, on their own phone. */
export function FairPart({ draw, userId }: FairPartProps) {
  const words = useDrawWords()
  const { verifying, verify } = useVerifying(draw, userId)
  const { result } = draw
  return (
    <View className={cx(styles.fair)}>
      <Text className={cx(styles.heading)}>{words.fairTitle}</Text>
      <Text className={cx(styles.hint)}>{words.fairHint}</Text>
      <Published label={words.commitment} value={draw.commitment} />
      <Published label={words.secret} value={result?.secret ?? words.secretLater} />
      {result !== null && (
        <>
          <Published label={words.entrantsHash} value={result.entrantsHash} />
          <View className={cx(styles.fairActions)}>
            <Button
              kind="secondary"
              size="s"
              busy={verifying.kind === 'checking'}
              onTap={() => void verify()}
            >
              {verifying.kind === 'checking' ? words.verifying : words.verify}
            </Button>
            <Button
              kind="ghost"
              size="s"
              onTap={() =>
                void copyText(JSON.stringify({ drawId: draw.id, commitment: draw.commitment, ...result }))
              }
            >
              {words.copyAll}
            </Button>
          </View>
          <Outcome verifying={verifying} />
        </>
      )}
    </View>
  )
}

const Published = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <View className={cx(styles.published)}>
    <Text className={cx(styles.label)}>{label}</Text>
    <Text className={cx(styles.value)} selectable>
      {value}
    </Text>
  </View>
)

const CHECKS = ['secret', 'entrants', 'winners'] as const satisfies readonly (keyof DrawCheck)[]

function Outcome({ verifying }: { readonly verifying: Verifying }) {
  const words = useDrawWords()
  if (verifying.kind === 'failed')
    return (
      <Text className={cx(styles.problem)} {...{ role: 'alert' }}>
        {words.verifyFailed}
      </Text>
    )
  if (verifying.kind !== 'checked') return null
  return (
    <View className={cx(styles.checks)} {...{ role: 'status' }}>
      {CHECKS.map((name) => (
        <Line key={name} isGood={verifying.check[name]} text={words.checks[name]} />
      ))}
      {verifying.isListed && <Line isGood text={words.listed} />}
    </View>
  )
}

function Line({ isGood, text }: { readonly isGood: boolean; readonly text: string }) {
  const words = useDrawWords()
  return (
    <View className={cx(styles.check, !isGood && styles.bad)}>
      <Icon name={isGood ? 'check' : 'alert'} size="s" />
      <Text>{isGood ? text : `${text}：${words.broken}`}</Text>
    </View>
  )
}
