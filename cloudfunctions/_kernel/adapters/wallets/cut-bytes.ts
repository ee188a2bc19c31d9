/** The longest beginning of `text` that fits into `max` bytes of UTF-8, whole characters only. */
export function cutBytes(text: string, max: number): string {
  let left = max
  let cut = ''
  for (const character of text) {
    left -= Buffer.byteLength(character)
    if (left < 0) return cut
    cut += character
  }
  return cut
}
