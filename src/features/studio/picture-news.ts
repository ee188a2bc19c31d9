import type { Room } from '@/domain/room'
import { unreachable } from '@/domain/result'
import type { PlayerState } from '@/platform/ports/player'
import type { Words } from './words/studio/zh-cn'

export interface PictureNews {
  readonly title: string
  readonly hint: string
}

/** What a host must know about the picture; null while it simply plays. The stream server's word comes first. */
export function pictureNews(room: Room, state: PlayerState, all: Words): PictureNews | null {
  const { console: words, stream } = all
  switch (room.status) {
    case 'ended':
      return { title: words.ended, hint: words.endedNote }
    case 'upcoming':
      return room.picture === 'on'
        ? { title: stream.arriving, hint: words.startWhenReady }
        : { title: stream.waiting, hint: words.waitingHint }
    case 'live':
      if (room.picture === 'away') return { title: words.pictureAway, hint: words.pictureAwayHint }
      return state === 'failed' ? { title: words.playFailed, hint: words.playFailedHint } : null
    default:
      return unreachable(room.status)
  }
}
