import { Text, View } from '@tarojs/components'
import { type ComponentType, useState } from 'react'
import type { AddressId, DrawId } from '@/domain/ids'
import type { CallError } from '@/services/backend'
import { useOnce } from '@/services/once'
import { Button, cx, toast, useErrorWords } from '@/ui'
import styles from './draw-sheet.module.scss'
import type { Entering, Standing } from './use-standing'
import { useDrawWords } from './words'

/** What the sheet needs of whoever knows the person's addresses: the page passes it in. */
export interface PrizeAddressProps {
  readonly value: AddressId | null
  readonly onPick: (addressId: AddressId | null) => void
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly error?: string | undefined
}

interface PrizePartProps {
  readonly drawId: DrawId
  readonly entering: Entering
  readonly AddressField: ComponentType<PrizeAddressProps>
}

/** A winner says where the prize goes to, and may say it anew. */
export function PrizePart(props: PrizePartProps) {
  const { deliverTo = null } = props.entering.standing ?? {}
  const [isChanging, setChanging] = useState(false)
  if (deliverTo === null || isChanging) return <PrizeForm {...props} onSent={() => setChanging(false)} />
  return <PrizeHome deliverTo={deliverTo} onChange={() => setChanging(true)} />
}

interface PrizeHomeProps {
  readonly deliverTo: NonNullable<Standing['deliverTo']>
  readonly onChange: () => void
}

function PrizeHome({ deliverTo, onChange }: PrizeHomeProps) {
  const words = useDrawWords()
  const { name, phone, region, detail } = deliverTo
  return (
    <View className={cx(styles.prizeHome)}>
      <Text className={cx(styles.label)}>{words.prizeTo}</Text>
      <Text className={cx(styles.home)}>{`${name} ${phone} ${region} ${detail}`}</Text>
      <Button kind="ghost" size="s" onTap={onChange}>
        {words.prizeChange}
      </Button>
    </View>
  )
}

function PrizeForm({
  drawId,
  entering,
  AddressField,
  onSent,
}: PrizePartProps & { readonly onSent: () => void }) {
  const words = useDrawWords()
  const [addressId, setAddressId] = useState<AddressId | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useOnce('draws', 'claim-prize')
  const problem = useErrorWords(failure?.code ?? 'internal')
  async function claim(): Promise<void> {
    if (addressId === null) return
    setFailure(null)
    const answer = await send({ drawId, addressId })
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      return
    }
    entering.know({ deliverTo: answer.value.deliverTo })
    toast(words.prizeSent)
    onSent()
  }
  return (
    <View className={cx(styles.prizeForm)}>
      <AddressField
        value={addressId}
        onPick={setAddressId}
        isOpen={isOpen}
        onOpen={setOpen}
        error={failure === null ? undefined : `${problem.title}，${problem.hint}`}
      />
      {!isOpen && addressId !== null && (
        <View className={cx(styles.prizeSend)}>
          <Button block busy={isUnderWay} onTap={() => void claim()}>
            {words.prizeSend}
          </Button>
        </View>
      )}
    </View>
  )
}
