import type { Copy } from '../zh-cn'

export const common: Copy['common'] = {
  appName: 'Livestall',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  confirm: 'OK',
  done: 'Done',
  save: 'Save',
  retry: 'Try again',
  more: 'More',
  less: 'Less',
  loading: 'Loading',
  stale: 'This may be out of date',
  priceFromBefore: 'from ',
  priceFromAfter: '',
  copied: 'Copied',
  copyFailed: 'Could not copy; please select the text yourself',
  offline: 'You are offline; this page updates when you are back',
  tabs: { feed: 'Live', orders: 'Orders', me: 'Me' },
  seeAll: 'See all',
}
