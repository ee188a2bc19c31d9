export const zhCn = {
  appName: '同场',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  done: '完成',
  save: '保存',
  retry: '重试',
  more: '增加',
  less: '减少',
  loading: '正在加载',
  stale: '内容可能不是最新',
  priceFromBefore: '',
  priceFromAfter: '起',
  priceWas: (price: string) => `平时 ${price}`,
  priceHidden: '价格待揭晓',
  copied: '已复制',
  copyFailed: '没能复制，请长按文字自己复制',
  offline: '网络断开了，连上后会自动更新',
  tabs: { feed: '直播', orders: '订单', me: '我的' },
}

export type Words = typeof zhCn
