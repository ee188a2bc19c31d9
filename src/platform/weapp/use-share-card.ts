import { useShareTimeline } from '@tarojs/taro'
import { absoluteUrl } from '../absolute-url'
import { useShareCard as useChatCard } from '../mini/use-share-card'
import type { ShareAction, ShareCard } from '../ports/share'

/** WeChat's moments as well: there it opens the same page, by its query alone. Needs `enableShareTimeline`. */
export function useShareCard(card: ShareCard | null): ShareAction {
  useShareTimeline(() =>
    card === null
      ? { title: '同场' }
      : {
          title: card.title,
          query: card.path.slice(card.path.indexOf('?') + 1),
          imageUrl: absoluteUrl(card.pictureUrl),
        },
  )
  return useChatCard(card)
}
