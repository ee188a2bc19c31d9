import type { Words } from './zh-cn'

export const en: Words = {
  appName: 'Livestall',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',
  save: 'Save',
  retry: 'Try again',
  more: 'More',
  less: 'Less',
  loading: 'Loading',
  stale: 'This may be out of date',
  priceFromBefore: 'from ',
  priceFromAfter: '',
  priceWas: (price) => `Usually ${price}`,
  priceHidden: 'The price is not out yet',
  copied: 'Copied',
  copyFailed: 'Could not copy; please select the text yourself',
  offline: 'You are offline; this page updates when you are back',
  tabs: { feed: 'Live', orders: 'Orders', me: 'Me' },
}
