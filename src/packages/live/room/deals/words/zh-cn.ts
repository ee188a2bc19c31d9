export const zhCn = {
  came: (names: readonly string[]) => `${names.join('、')} 来了`,
  bought: (buyers: number, position: number) => `${buyers} 人刚买了 ${position} 号`,
  boughtLabel: (buyers: number, name: string) => `${buyers} 人刚买了 ${name}，去看看`,
  look: '去看看',
}

export type Words = typeof zhCn
