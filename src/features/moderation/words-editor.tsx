import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import type { MerchantId } from '@/domain/ids'
import { merchantBackend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'
import { Button, cx, Field } from '@/ui'
import styles from './moderation.module.scss'
import { useMeasures } from './use-measures'
import { useModerationWords } from './words'

const never = (): null => null
const SEPARATORS = /[\s,，、;；]+/

/** Words that the shop lets nobody say; those that nobody says anywhere need not be among them. */
export function WordsEditor({ merchantId }: { readonly merchantId: MerchantId }) {
  const words = useModerationWords()
  const load = useCallback(() => merchantBackend.call('chat', 'get-words', { merchantId }), [merchantId])
  const { truth, refresh } = useServerTruth<Output<'chat', 'get-words'>>(load, never)
  const { busyWith, take } = useMeasures(() => void refresh())
  const [draft, setDraft] = useState<string | null>(null)
  const known = knownValue(truth)
  const shown = draft ?? known?.words.join(' ') ?? ''
  const typed = shown.split(SEPARATORS).filter((word) => word !== '')
  return (
    <View className={cx(styles.block)}>
      <Field
        // one that is given words before it is drawn fails
        key={known === null ? 'loading' : 'loaded'}
        label={words.words}
        value={shown}
        type="long"
        maxLength={2_000}
        placeholder={words.wordsPlaceholder}
        onInput={setDraft}
      />
      <View className={cx(styles.acts)}>
        <Button
          size="s"
          disabled={draft === null || known === null}
          busy={busyWith === 'set-words'}
          onTap={() => {
            void take('set-words', { merchantId, words: typed }, words.wordsSet).then((isDone) => {
              if (isDone) setDraft(null)
            })
          }}
        >
          {words.wordsSave}
        </Button>
      </View>
    </View>
  )
}
