const FIRST = { from: 0x81, to: 0xfe }
const SECOND = { from: 0x40, to: 0xfe }

let known: ReadonlyMap<string, readonly [number, number]> | null = null

/** Node reads GBK and does not write it: the table is read backwards once. */
function table(): ReadonlyMap<string, readonly [number, number]> {
  if (known !== null) return known
  const decoder = new TextDecoder('gbk')
  const made = new Map<string, readonly [number, number]>()
  for (let first = FIRST.from; first <= FIRST.to; first += 1)
    for (let second = SECOND.from; second <= SECOND.to; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second))
      if ([...text].length === 1 && text !== '\uFFFD') made.set(text, [first, second])
    }
  known = made
  return made
}

/** Text as Alipay's bills are written; what GBK does not have becomes a question mark there too. */
export function encodeGbk(text: string): Uint8Array {
  const pairs = table()
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : [...(pairs.get(letter) ?? [0x3f])]
    }),
  )
}
