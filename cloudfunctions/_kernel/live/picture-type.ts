import type { Pictures } from '../database/tables'

const SIGNATURES: readonly {
  readonly type: Pictures['type']
  readonly parts: readonly (readonly [offset: number, bytes: string])[]
}[] = [
  { type: 'image/jpeg', parts: [[0, '\xff\xd8\xff']] },
  { type: 'image/png', parts: [[0, '\x89PNG\r\n\x1a\n']] },
  {
    type: 'image/webp',
    parts: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
]

/** What a picture is by its first bytes; its name and declared type are only what somebody says. */
export function pictureType(bytes: Buffer): Pictures['type'] | null {
  const known = SIGNATURES.find(({ parts }) =>
    parts.every(([offset, text]) => bytes.toString('latin1', offset, offset + text.length) === text),
  )
  return known?.type ?? null
}
