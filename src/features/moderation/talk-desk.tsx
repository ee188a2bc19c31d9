import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import { MAX_NOTICE_CHARS } from '@/contracts/merchant/chat'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { RoomTalk } from '@/domain/room-talk'
import { merchantBackend } from '@/services/backend'
import { asList, useServerTruth } from '@/services/server-truth'
import { Button, Chips, cx, Field, ListFace, Sheet } from '@/ui'
import { deskSkeleton } from './desk-skeleton'
import styles from './moderation.module.scss'
import { TalkExports } from './talk-exports'
import { type Measures, useMeasures } from './use-measures'
import { useModerationWords } from './words'
import { WordsEditor } from './words-editor'

export interface TalkDeskProps {
  readonly roomId: RoomId
  readonly talk: RoomTalk
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** The notice board, the pace, the words, whoever may not speak, and the record. */
export function TalkDesk({ roomId, talk, onChanged, onClose }: TalkDeskProps) {
  const words = useModerationWords()
  const measures = useMeasures(onChanged)
  return (
    <Sheet open title={words.desk} height="tall" onClose={onClose}>
      <View className={cx(styles.body)}>
        <NoticeEditor roomId={roomId} notice={talk.notice} measures={measures} />
        <SlowMode roomId={roomId} seconds={talk.slowModeSeconds} measures={measures} />
        <People roomId={roomId} onChanged={onChanged} />
        <WordsEditor merchantId={merchantOf(roomId)} />
        <TalkExports roomId={roomId} />
      </View>
    </Sheet>
  )
}

interface EditorProps {
  readonly roomId: RoomId
  readonly measures: Measures
}

function NoticeEditor({ roomId, notice, measures }: EditorProps & Pick<RoomTalk, 'notice'>) {
  const words = useModerationWords()
  const [draft, setDraft] = useState(notice ?? '')
  const typed = draft.trim()
  const set = (next: string | null): void =>
    void measures.take(
      'set-notice',
      { roomId, notice: next },
      next === null ? words.noticeCleared : words.noticeSet,
    )
  return (
    <View className={cx(styles.block)}>
      <Field
        label={words.notice}
        value={draft}
        type="long"
        maxLength={MAX_NOTICE_CHARS}
        placeholder={words.noticePlaceholder}
        onInput={setDraft}
      />
      <View className={cx(styles.acts)}>
        <Button
          size="s"
          disabled={typed === '' || typed === notice}
          busy={measures.busyWith === 'set-notice'}
          onTap={() => set(typed)}
        >
          {words.noticePublish}
        </Button>
        {notice !== null && (
          <Button
            kind="ghost"
            size="s"
            onTap={() => {
              setDraft('')
              set(null)
            }}
          >
            {words.noticeClear}
          </Button>
        )}
      </View>
    </View>
  )
}

const PACES = ['0', '5', '10', '30', '60'] as const
type Pace = (typeof PACES)[number]

function SlowMode({ roomId, seconds, measures }: EditorProps & { readonly seconds: number }) {
  const words = useModerationWords()
  return (
    <View className={cx(styles.block)}>
      <Text className={cx(styles.label)}>{words.slowMode}</Text>
      <Chips<Pace>
        label={words.slowMode}
        chips={PACES.map((value) => ({ value, words: words.pace(Number(value)) }))}
        chosen={PACES.find((pace) => Number(pace) === seconds) ?? null}
        onChoose={(pace) =>
          void measures.take('set-slow-mode', { roomId, seconds: Number(pace) }, words.paceSet(Number(pace)))
        }
      />
    </View>
  )
}

type Restricted = Output<'chat', 'list-restricted'>
const never = (): null => null

function People({ roomId, onChanged }: Pick<TalkDeskProps, 'roomId' | 'onChanged'>) {
  const words = useModerationWords()
  const load = useCallback(() => merchantBackend.call('chat', 'list-restricted', { roomId }), [roomId])
  const { truth, refresh } = useServerTruth<Restricted>(load, never)
  const { busyWith, take } = useMeasures(() => {
    void refresh()
    onChanged()
  })
  return (
    <View className={cx(styles.block)}>
      <Text className={cx(styles.label)}>{words.people}</Text>
      <ListFace
        state={asList(truth, ({ muted, banned }) => muted.length + banned.length === 0)}
        skeleton={deskSkeleton}
        empty={{ icon: 'people', title: words.peopleEmpty }}
        onRetry={() => void refresh()}
      >
        {({ muted, banned }) => (
          <>
            {muted.map(({ userId, name }) => (
              <Person
                key={userId}
                name={name}
                note={words.isMuted}
                undo={words.unmute}
                isBusy={busyWith !== null}
                onUndo={() => void take('unmute', { roomId, userId }, words.unmuted)}
              />
            ))}
            {banned.map(({ userId, name }) => (
              <Person
                key={userId}
                name={name}
                note={words.isBanned}
                undo={words.unban}
                isBusy={busyWith !== null}
                onUndo={() => void take('unban', { roomId, userId }, words.unbanned)}
              />
            ))}
          </>
        )}
      </ListFace>
    </View>
  )
}

interface PersonProps {
  readonly name: string
  readonly note: string
  readonly undo: string
  readonly isBusy: boolean
  readonly onUndo: () => void
}

const Person = ({ name, note, undo, isBusy, onUndo }: PersonProps) => (
  <View className={cx(styles.person)}>
    <View className={cx(styles.about)}>
      <Text className={cx(styles.name)}>{name}</Text>
      <Text className={cx(styles.soft)}>{note}</Text>
    </View>
    <Button kind="ghost" size="s" disabled={isBusy} label={`${undo} ${name}`} onTap={onUndo}>
      {undo}
    </Button>
  </View>
)
