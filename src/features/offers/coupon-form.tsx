import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopCoupon } from '@/contracts/merchant/coupons'
import type { MerchantId } from '@/domain/ids'
import { device } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { Button, Chips, cx, Field, Problem, Sheet } from '@/ui'
import {
  checkCoupon,
  type CouponDraft,
  type CouponProblems,
  MAX_TITLE,
  newCoupon,
  PER_PERSON,
  TOTAL,
} from './coupon-draft'
import type { CouponPartProps } from './coupon-part'
import { CouponScope } from './coupon-scope'
import { CouponWorth } from './coupon-worth'
import { MomentField } from './moment-field'
import styles from './offers.module.scss'
import { useOfferWords } from './words'

export interface CouponFormProps {
  readonly merchantId: MerchantId
  readonly onCreated: (coupon: ShopCoupon) => void
  readonly onClose: () => void
}

const NO_PROBLEMS: CouponProblems = {}

export function CouponForm({ merchantId, onCreated, onClose }: CouponFormProps) {
  const words = useOfferWords().coupons
  const [draft, setDraft] = useState<CouponDraft>(() => newCoupon(device.now()))
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('coupons', 'create')
  const change = (part: Partial<CouponDraft>): void => {
    setDraft((known) => ({ ...known, ...part }))
    setProblems(NO_PROBLEMS)
    setFailure(null)
  }
  async function create(): Promise<void> {
    const checked = checkCoupon(draft, device.now())
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const answer = await send({ merchantId, ...checked.value })
    if (answer === null) return
    if (answer.ok) onCreated(answer.value.coupon)
    else setFailure(answer.error)
  }
  const part = { draft, problems, onChange: change }
  const submit = (
    <Button block busy={isUnderWay} onTap={() => void create()}>
      {words.submit}
    </Button>
  )
  return (
    <Sheet open title={words.form} height="tall" footer={submit} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Field
          label={words.name}
          value={draft.title}
          placeholder={words.nameHint}
          maxLength={MAX_TITLE}
          error={problems.title === undefined ? undefined : words.nameMissing}
          onInput={(title) => change({ title })}
        />
        <Text className={cx(styles.label)}>{words.kind}</Text>
        <Chips
          label={words.kind}
          chips={(['fixed', 'percent'] as const).map((value) => ({ value, words: words.kinds[value] }))}
          chosen={draft.kind}
          onChoose={(kind) => change({ kind })}
        />
        <CouponWorth {...part} />
        <CouponScope {...part} merchantId={merchantId} />
        <CouponTimes {...part} />
        <CouponCounts {...part} />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}

function CouponTimes({ draft, problems, onChange }: CouponPartProps) {
  const { coupons: words, moment } = useOfferWords()
  const untilWords = { wrong: moment.wrong, order: words.until }
  const expiryWords = { wrong: moment.wrong, order: words.expires }
  return (
    <>
      <MomentField
        label={words.claimFrom}
        value={draft.claimFrom}
        error={problems.claimFrom === undefined ? undefined : moment.wrong}
        quick={['now', 'evening', 'tomorrow']}
        onChange={(claimFrom) => onChange({ claimFrom })}
      />
      <MomentField
        label={words.claimUntil}
        value={draft.claimUntil}
        error={problems.claimUntil === undefined ? undefined : untilWords[problems.claimUntil]}
        quick={['hours2', 'days1', 'days7', 'days30']}
        from={draft.claimFrom}
        onChange={(claimUntil) => onChange({ claimUntil })}
      />
      <MomentField
        label={words.expiresAt}
        value={draft.expiresAt}
        error={problems.expiresAt === undefined ? undefined : expiryWords[problems.expiresAt]}
        quick={['hours2', 'days1', 'days7', 'days30']}
        from={draft.claimUntil}
        onChange={(expiresAt) => onChange({ expiresAt })}
      />
    </>
  )
}

function CouponCounts({ draft, problems, onChange }: CouponPartProps) {
  const { coupons: words, count } = useOfferWords()
  const totalWords = { wrong: count.wrong, range: count.range(TOTAL.min, TOTAL.max) }
  const perPersonWords = {
    wrong: count.wrong,
    range: count.range(PER_PERSON.min, PER_PERSON.max),
    'too-many': words.perPersonTooMany,
  }
  return (
    <>
      <Field
        type="number"
        label={words.total}
        value={draft.total}
        maxLength={7}
        error={problems.total === undefined ? undefined : totalWords[problems.total]}
        onInput={(total) => onChange({ total })}
      />
      <Field
        type="number"
        label={words.perPerson}
        value={draft.perPerson}
        maxLength={3}
        error={problems.perPerson === undefined ? undefined : perPersonWords[problems.perPerson]}
        onInput={(perPerson) => onChange({ perPerson })}
      />
    </>
  )
}
