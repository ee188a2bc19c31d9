import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { filePicker } from '@/platform'
import { PosterCanvas } from '@/platform/poster'
import { Button, cx, Sheet, Skeleton, toast } from '@/ui'
import { POSTER } from './poster/draw-poster'
import { type Poster, type PosterInput, usePoster } from './poster/use-poster'
import { SendButton } from './send-button'
import styles from './share-sheet.module.scss'
import type { RoomShare } from './use-room-share'
import { useShareWords } from './words'

export interface ShareSheetProps {
  readonly share: RoomShare
  /** Without what it links to, which is the share's. */
  readonly poster: Omit<PosterInput, 'link' | 'scan'>
  readonly onClose: () => void
}

/** Every way to share a room: the card into a chat, and a poster with a code for everything else. */
export function ShareSheet({ share, poster, onClose }: ShareSheetProps) {
  const words = useShareWords()
  return (
    <Sheet open title={words.share} onClose={onClose}>
      <View className={cx(styles.sheet)}>
        {share.card === null ? (
          <Skeleton className={styles.poster} />
        ) : (
          <PosterPart input={{ ...poster, link: share.card.link, scan: words.scan }} />
        )}
        <SendButton share={share} />
      </View>
    </Sheet>
  )
}

function PosterPart({ input }: { readonly input: PosterInput }) {
  const words = useShareWords()
  const poster = usePoster(input)
  useEffect(() => {
    if (poster.kept === 'kept') toast(words.kept)
    if (poster.kept === 'failed') toast(words.keepFailed)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- said once, in the language of that moment
  }, [poster.kept])
  const label = { role: 'img', 'aria-label': words.posterLabel(input.title) }
  return (
    <>
      <View className={cx(styles.frame)} {...label}>
        <PosterCanvas {...POSTER} className={cx(styles.poster)} onReady={poster.onReady} />
        {poster.state === 'drawing' && <Skeleton className={cx(styles.poster, styles.over)} />}
        {poster.state === 'none' && (
          <View className={cx(styles.poster, styles.over, styles.none)}>
            <Text>{words.noPoster}</Text>
          </View>
        )}
      </View>
      {poster.kept === 'denied' && <Denied onBack={poster.forgetFailure} />}
      <Button
        kind="secondary"
        block
        disabled={poster.state !== 'ready'}
        busy={poster.kept === 'under-way'}
        onTap={poster.keep}
      >
        {words.keep}
      </Button>
    </>
  )
}

/** The album is closed to us: said where it was wanted, with the way to the settings. */
function Denied({ onBack }: { readonly onBack: Poster['forgetFailure'] }) {
  const words = useShareWords()
  const open = (): void => {
    void filePicker.openSettings?.().then((isBack) => {
      if (isBack) onBack()
    })
  }
  return (
    <View className={cx(styles.denied)} {...{ role: 'alert' }}>
      <Text className={cx(styles.deniedText)}>{words.denied}</Text>
      {filePicker.openSettings !== undefined && (
        <Button kind="ghost" size="s" onTap={open}>
          {words.settings}
        </Button>
      )}
    </View>
  )
}
