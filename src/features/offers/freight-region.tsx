import { Text, View } from '@tarojs/components'
import { Button, Chips, cx, Field } from '@/ui'
import type { RegionDraft, RegionProblems } from './freight-draft'
import styles from './offers.module.scss'
import { useMoneyWords } from './use-money-words'
import { useOfferWords } from './words'

export interface FreightRegionProps {
  readonly region: RegionDraft
  /** Its place among the exceptions, from 1: the first that fits an address counts. */
  readonly index: number
  readonly problems: RegionProblems
  readonly onChange: (region: RegionDraft) => void
  readonly onRemove: () => void
}

export function FreightRegion({ region, index, problems, onChange, onRemove }: FreightRegionProps) {
  const words = useOfferWords().freight
  const moneyWords = useMoneyWords()
  const namesWords = { missing: words.namesMissing, 'too-many': words.namesTooMany }
  const group = { role: 'group', 'aria-label': words.region(index) }
  return (
    <View className={cx(styles.region)} {...group}>
      <View className={cx(styles.regionHead)}>
        <Text>{words.region(index)}</Text>
        <Button kind="ghost" size="s" label={words.removeLabel(region.names)} onTap={onRemove}>
          {words.remove}
        </Button>
      </View>
      <Field
        label={words.names}
        value={region.names}
        placeholder={words.namesHint}
        maxLength={400}
        error={problems.names === undefined ? undefined : namesWords[problems.names]}
        onInput={(names) => onChange({ ...region, names })}
      />
      <Chips
        label={words.regions}
        chips={(['not-served', 'fee'] as const).map((value) => ({ value, words: words.regionModes[value] }))}
        chosen={region.kind}
        onChoose={(kind) => onChange({ ...region, kind })}
      />
      {region.kind === 'fee' && (
        <Field
          type="digit"
          label={words.regionFee}
          value={region.fee}
          placeholder="15"
          error={problems.fee === undefined ? undefined : moneyWords[problems.fee]}
          onInput={(fee) => onChange({ ...region, fee })}
        />
      )}
    </View>
  )
}
