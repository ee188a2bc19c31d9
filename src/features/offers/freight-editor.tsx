import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { FreightTerms } from '@/contracts/merchant/offers'
import { ok } from '@/domain/result'
import { type CallError, merchantBackend } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { asList, useServerTruth } from '@/services/server-truth'
import { Button, Chips, cx, Field, ListFace, Problem, toast } from '@/ui'
import {
  checkFreight,
  draftOf,
  type FreightDraft,
  type FreightProblems,
  MAX_REGIONS,
  NO_PROBLEMS,
  withRegion,
} from './freight-draft'
import { FreightRegion } from './freight-region'
import { listSkeleton } from './list-skeleton'
import styles from './offers.module.scss'
import type { PartProps } from './part-props'
import { useMoneyWords } from './use-money-words'
import { useOfferWords } from './words'

interface KnownFreight {
  readonly freight: FreightTerms | null
}
const never = (): boolean => false

/** What the shop takes for sending an order, and where it does not send. */
export function FreightEditor({ merchantId }: PartProps) {
  const words = useOfferWords().freight
  const load = useCallback(async () => {
    const answer = await merchantBackend.call('offers', 'get-freight', { merchantId })
    return answer.ok ? ok<KnownFreight>(answer.value) : answer
  }, [merchantId])
  const { truth, refresh } = useServerTruth(load)
  return (
    <ListFace
      state={asList(truth, never)}
      skeleton={listSkeleton}
      empty={{ title: words.mode }}
      onRetry={() => void refresh()}
    >
      {({ freight }) => <Editor merchantId={merchantId} initial={freight} />}
    </ListFace>
  )
}

interface EditorProps extends PartProps {
  readonly initial: FreightTerms | null
}

/** Begins with what was known when it was opened: a later look at the server does not write over what is typed. */
function Editor({ merchantId, initial }: EditorProps) {
  const words = useOfferWords().freight
  const [saved, setSaved] = useState(() => draftOf(initial))
  const [draft, setDraft] = useState(saved)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('offers', 'set-freight')
  const change = (next: FreightDraft): void => {
    setDraft(next)
    setProblems(NO_PROBLEMS)
    setFailure(null)
  }
  async function save(): Promise<void> {
    const checked = checkFreight(draft)
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const answer = await send({ merchantId, freight: checked.value })
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      return
    }
    setSaved(draft)
    toast(words.saved)
  }
  const isSame = JSON.stringify(draft) === JSON.stringify(saved)
  return (
    <View className={cx(styles.editor)}>
      <Text className={cx(styles.hint)}>{words.intro}</Text>
      <Fee draft={draft} problems={problems} onChange={change} />
      <Regions draft={draft} problems={problems} onChange={change} />
      <View className={cx(styles.save)}>
        <Problem failure={failure} />
        {!isSame && <Text className={cx(styles.hint)}>{words.unsaved}</Text>}
        <Button block busy={isUnderWay} disabled={isSame} onTap={() => void save()}>
          {words.save}
        </Button>
      </View>
    </View>
  )
}

interface FreightPartProps {
  readonly draft: FreightDraft
  readonly problems: FreightProblems
  readonly onChange: (draft: FreightDraft) => void
}

function Fee({ draft, problems, onChange }: FreightPartProps) {
  const words = useOfferWords().freight
  const moneyWords = useMoneyWords()
  return (
    <>
      <Text className={cx(styles.label)}>{words.mode}</Text>
      <Chips
        label={words.mode}
        chips={(['free', 'fee'] as const).map((value) => ({ value, words: words.modes[value] }))}
        chosen={draft.mode}
        onChoose={(mode) => onChange({ ...draft, mode })}
      />
      {draft.mode === 'fee' && (
        <>
          <Field
            type="digit"
            label={words.fee}
            value={draft.fee}
            placeholder="8"
            error={problems.fee === undefined ? undefined : moneyWords[problems.fee]}
            onInput={(fee) => onChange({ ...draft, fee })}
          />
          <Field
            type="digit"
            label={words.freeFrom}
            value={draft.freeFrom}
            placeholder={words.freeFromHint}
            error={problems.freeFrom === undefined ? undefined : moneyWords[problems.freeFrom]}
            onInput={(freeFrom) => onChange({ ...draft, freeFrom })}
          />
        </>
      )}
    </>
  )
}

function Regions({ draft, problems, onChange }: FreightPartProps) {
  const words = useOfferWords().freight
  return (
    <>
      <Text className={cx(styles.label)}>{words.regions}</Text>
      <Text className={cx(styles.hint)}>{words.regionsHint}</Text>
      <View className={cx(styles.regions)}>
        {draft.regions.map((region, index) => (
          <FreightRegion
            key={region.key}
            region={region}
            index={index + 1}
            problems={problems.regions[region.key] ?? {}}
            onChange={(changed) =>
              onChange({
                ...draft,
                regions: draft.regions.map((other) => (other.key === changed.key ? changed : other)),
              })
            }
            onRemove={() =>
              onChange({ ...draft, regions: draft.regions.filter(({ key }) => key !== region.key) })
            }
          />
        ))}
        {draft.regions.length < MAX_REGIONS && (
          <Button kind="ghost" onTap={() => onChange(withRegion(draft))}>
            {words.add}
          </Button>
        )}
      </View>
    </>
  )
}
