import { ScrollView, Text, View } from '@tarojs/components'
import { device } from '@/platform'
import { cx, dateText, Field, Tappable } from '@/ui'
import styles from './plan-form.module.scss'
import { DAYS_AHEAD, dayStart, type PlannedStart, type PlanProblems } from './room-plan'
import { useStudioWords } from './words/studio'

interface StartPickerProps {
  readonly start: PlannedStart
  readonly problem: PlanProblems['start']
  readonly onChange: (start: PlannedStart) => void
}

const EVENING: PlannedStart = { kind: 'later', daysAhead: 0, hour: '20:00' }
const USUAL_HOURS = ['10:00', '14:00', '19:00', '20:00', '21:00']
const DAYS = Array.from({ length: DAYS_AHEAD }, (_, index) => index)

/** Chips and one typed hour: the same on every host, and usable from a keyboard. */
export function StartPicker({ start, problem, onChange }: StartPickerProps) {
  const words = useStudioWords().plan
  const problemWords = { past: words.startPast, 'not-an-hour': words.hourWrong }
  return (
    <View className={cx(styles.start)}>
      <Text className={cx(styles.label)}>{words.start}</Text>
      <View className={cx(styles.chips)}>
        <Chip
          isPicked={start.kind === 'now'}
          words={words.startNow}
          onTap={() => onChange({ kind: 'now' })}
        />
        <Chip isPicked={start.kind === 'later'} words={words.startLater} onTap={() => onChange(EVENING)} />
      </View>
      {start.kind === 'later' && (
        <>
          <Text className={cx(styles.label)}>{words.date}</Text>
          <Days picked={start.daysAhead} onPick={(daysAhead) => onChange({ ...start, daysAhead })} />
          <Field
            label={words.hour}
            value={start.hour}
            placeholder={words.hourHint}
            maxLength={5}
            error={problem === undefined ? undefined : problemWords[problem]}
            onInput={(hour) => onChange({ ...start, hour })}
          />
          <View className={cx(styles.chips)}>
            {USUAL_HOURS.map((hour) => (
              <Chip
                key={hour}
                isPicked={start.hour === hour}
                words={hour}
                onTap={() => onChange({ ...start, hour })}
              />
            ))}
          </View>
        </>
      )}
    </View>
  )
}

function Days({ picked, onPick }: { readonly picked: number; readonly onPick: (daysAhead: number) => void }) {
  const words = useStudioWords().plan
  const today = device.now()
  const nameOf = (daysAhead: number): string =>
    [words.today, words.tomorrow][daysAhead] ?? dateText(dayStart(today, daysAhead)).slice(5)
  return (
    <ScrollView scrollX className={cx(styles.days)}>
      <View className={cx(styles.dayRow)}>
        {DAYS.map((daysAhead) => (
          <Chip
            key={daysAhead}
            isPicked={daysAhead === picked}
            words={nameOf(daysAhead)}
            onTap={() => onPick(daysAhead)}
          />
        ))}
      </View>
    </ScrollView>
  )
}

interface ChipProps {
  readonly isPicked: boolean
  readonly words: string
  readonly onTap: () => void
}

const Chip = ({ isPicked, words, onTap }: ChipProps) => (
  <Tappable
    role="option"
    className={cx(styles.chip, isPicked && styles.picked)}
    isSelected={isPicked}
    onTap={onTap}
  >
    <Text>{words}</Text>
  </Tappable>
)
