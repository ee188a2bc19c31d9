/** Reads bits from untrusted bytes; past the end it yields zeros and remembers it, so callers check once. */
export class BitReader {
  readonly #bytes: Buffer
  #position = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isOverrun(): boolean {
    return this.#position > this.#bytes.length * 8
  }

  bits(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++) value = value * 2 + this.#bit()
    return value
  }

  /** Unsigned Exp-Golomb code (H.264 §9.1). */
  unsigned(): number {
    let zeros = 0
    while (zeros < 32 && !this.isOverrun && this.#bit() === 0) zeros++
    return 2 ** zeros - 1 + this.bits(zeros)
  }

  /** Signed Exp-Golomb code (H.264 §9.1.1). */
  signed(): number {
    const code = this.unsigned()
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2
  }

  #bit(): number {
    const byte = this.#bytes[this.#position >> 3] ?? 0
    const bit = (byte >> (7 - (this.#position & 7))) & 1
    this.#position++
    return bit
  }
}
