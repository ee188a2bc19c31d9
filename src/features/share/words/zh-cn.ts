export const zhCn = {
  share: '分享',
  send: '发给朋友',
  copied: '链接已复制，发给朋友吧',
  failed: '没能分享，请稍后再试',
  preparing: '正在准备分享',
  explaining: (product: string, title: string) => `正在讲解 ${product} · ${title}`,
  keep: '保存海报',
  kept: '海报已保存',
  keepFailed: '没能保存海报，请再试一次',
  denied: '没有相册权限，海报存不进去',
  settings: '去设置',
  noPoster: '这里画不出海报，可以发给朋友',
  posterLabel: (title: string) => `海报：${title}`,
  scan: '扫码进直播间',
  liveNow: '正在直播',
  startsAt: (time: string) => `${time} 开播`,
  ended: '直播已结束，货架还在',
}

export type Words = typeof zhCn
