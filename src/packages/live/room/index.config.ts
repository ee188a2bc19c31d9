const full = { navigationBarTitleText: '直播间', navigationStyle: 'custom', disableScroll: true } as const
// Alipay has no pages without a bar, only a transparent one that lets taps through
const bar: object =
  process.env.TARO_ENV === 'alipay'
    ? { transparentTitle: 'always', titlePenetrate: 'YES', allowsBounceVertical: 'NO', defaultTitle: '' }
    : {}

// WeChat's moments; Alipay has no such place
const timeline = process.env.TARO_ENV === 'weapp' ? { enableShareTimeline: true } : {}

export default definePageConfig({ ...full, ...bar, ...timeline, enableShareAppMessage: true })
