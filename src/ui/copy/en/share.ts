import type { Copy } from '../zh-cn'

export const share: Copy['share'] = {
  share: 'Share',
  copied: 'Link copied: send it to a friend',
  failed: 'Could not share; please try again later',
  preparing: 'Getting the link ready',
}
