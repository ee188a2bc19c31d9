/** Carriers as the wallets' platforms know them; the names are how people write them in a spreadsheet. */
export const CARRIERS = [
  { code: 'SF', name: '顺丰速运', asWritten: ['顺丰', '顺丰快递'] },
  { code: 'ZTO', name: '中通快递', asWritten: ['中通'] },
  { code: 'YTO', name: '圆通速递', asWritten: ['圆通', '圆通快递'] },
  { code: 'STO', name: '申通快递', asWritten: ['申通'] },
  { code: 'YD', name: '韵达速递', asWritten: ['韵达', '韵达快递'] },
  { code: 'JTSD', name: '极兔速递', asWritten: ['极兔', '极兔快递'] },
  { code: 'JD', name: '京东物流', asWritten: ['京东', '京东快递'] },
  { code: 'EMS', name: 'EMS', asWritten: ['邮政EMS', '中国邮政速递'] },
  { code: 'YZPY', name: '邮政快递包裹', asWritten: ['邮政', '中国邮政'] },
  { code: 'DBL', name: '德邦快递', asWritten: ['德邦'] },
] as const

export type Carrier = (typeof CARRIERS)[number]

/** The carrier of a code, or of a name as a person writes it. */
export function findCarrier(text: string): Carrier | null {
  const word = text.trim()
  const isIt = (carrier: Carrier): boolean =>
    carrier.code === word.toUpperCase() ||
    carrier.name === word ||
    carrier.asWritten.some((written) => written === word)
  return CARRIERS.find(isIt) ?? null
}
