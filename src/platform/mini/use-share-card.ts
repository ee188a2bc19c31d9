import { useShareAppMessage } from '@tarojs/taro'
import { absoluteUrl } from '../absolute-url'
import type { ShareAction, ShareCard } from '../ports/share'

/** Gives the page its card for group chats; `null` shares the app itself. Needs `enableShareAppMessage` in the page's config. */
export function useShareCard(card: ShareCard | null): ShareAction {
  useShareAppMessage(() =>
    card === null
      ? { title: '同场', path: '/pages/feed/index' }
      : { title: card.title, path: card.path, imageUrl: absoluteUrl(card.pictureUrl) },
  )
  return { kind: 'button' }
}
