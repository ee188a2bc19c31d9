// Reed-Solomon codes as QR codes have them: the remainder of the data's polynomial over GF(2^8 / 0x11d).

const valueAt = (values: readonly number[], index: number): number => values[index] ?? 0

/** Multiplies in GF(2^8 / 0x11d). */
function multiply(x: number, y: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((y >>> bit) & 1) * x
  }
  return product
}

/** The generator polynomial, highest power first and left out. */
export function divisorOf(degree: number): readonly number[] {
  const divisor = Array.from({ length: degree }, (_, index): number => (index === degree - 1 ? 1 : 0))
  let root = 1
  for (let power = 0; power < degree; power += 1) {
    for (let index = 0; index < degree; index += 1)
      divisor[index] = multiply(valueAt(divisor, index), root) ^ valueAt(divisor, index + 1)
    root = multiply(root, 2)
  }
  return divisor
}

export function remainderOf(data: readonly number[], divisor: readonly number[]): readonly number[] {
  const remainder = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ valueAt(remainder, 0)
    remainder.shift()
    remainder.push(0)
    divisor.forEach((coefficient, index) => {
      remainder[index] = valueAt(remainder, index) ^ multiply(coefficient, factor)
    })
  }
  return remainder
}
