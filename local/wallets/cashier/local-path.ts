const HERE = 'http://cashier.invalid'

/** The value when it is a path on this very server; null for anything that could lead elsewhere. */
export function localPath(value: string | undefined): string | null {
  // browsers read a backslash as a slash, and skip control characters
  if (value === undefined || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(value)) return null
  return URL.canParse(value, HERE) && new URL(value, HERE).origin === HERE ? value : null
}
