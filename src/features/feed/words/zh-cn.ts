export const zhCn = {
  live: '直播中',
  upcoming: '即将开播',
  ended: '已结束',
  endedHint: '有回放的可以再看，商品仍可购买',
  replay: '回放',
  watching: (viewers: string) => `${viewers} 人在看`,
  likes: (likes: string) => `${likes} 赞`,
  startsAt: (time: string) => `${time} 开播`,
  emptyTitle: '现在没有直播',
  emptyHint: '主播都在休息，过一会儿再来',
  soldOut: '已抢光',
  look: '再看看',
  endedAt: (time: string) => `${time} 的直播`,
}

export type Words = typeof zhCn
