/** No contract asks for more than a few levels; what is deeper is there to exhaust the stack of whoever reads it. */
const DEEPEST = 32

/** PostgreSQL keeps neither the NUL character nor half of a surrogate pair, in text or in JSON. */
const UNSOUND = /\0|\p{Surrogate}/u

/** Where in a JSON value the first part is that can be neither kept nor read safely; null when all of it can. */
export function unsoundPart(value: unknown): readonly string[] | null {
  return find(value, [])
}

function find(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return UNSOUND.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  if (path.length === DEEPEST) return path.slice(0, 1)
  for (const [key, part] of Object.entries(value)) {
    if (UNSOUND.test(key)) return path
    const unsound = find(part, [...path, key])
    if (unsound) return unsound
  }
  return null
}
