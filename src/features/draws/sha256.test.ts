import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sha256 } from './sha256'

const nodes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000])('is that of Node for %d characters', (length) => {
  expect(sha256('a'.repeat(length))).toBe(nodes('a'.repeat(length)))
})

it('is that of Node for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(nodes(text))
    }),
  )
})
