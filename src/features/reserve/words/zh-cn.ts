export const zhCn = {
  reserve: '预约',
  reserved: '已预约',
  label: (title: string) => `预约 ${title}`,
  reservedLabel: (title: string) => `取消预约 ${title}`,
  count: (people: string) => `${people} 人已预约`,
  beTheFirst: '开播时通知你',
  outcomes: {
    accepted: '预约成功，开播会通知你',
    rejected: '已预约；没有允许通知，开播时请回来看看',
    blocked: '已预约；通知被关闭了，可在设置里打开',
    unsupported: '已预约，开播时请回来看看',
    failed: '已预约；这次没能问到通知，开播时请回来看看',
  },
  cancelled: '已取消预约',
}

export type Words = typeof zhCn
