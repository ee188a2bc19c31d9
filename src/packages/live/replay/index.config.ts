const full = { navigationBarTitleText: '直播回放', navigationStyle: 'custom', disableScroll: true } as const
// as the room's page: Alipay has no pages without a bar, only a transparent one that lets taps through
const bar: object =
  process.env.TARO_ENV === 'alipay'
    ? { transparentTitle: 'always', titlePenetrate: 'YES', allowsBounceVertical: 'NO', defaultTitle: '' }
    : {}

export default definePageConfig({ ...full, ...bar, enableShareAppMessage: true })
