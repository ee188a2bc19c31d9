import fc from 'fast-check'
import { unsoundPart } from './unsound-part'

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

it('finds NUL and half a surrogate pair, wherever they are', () => {
  expect(unsoundPart('a\u0000b')).toEqual([])
  expect(unsoundPart({ note: '\ud83d' })).toEqual(['note'])
  expect(unsoundPart({ a: 1, items: [{ note: 'ok' }, { note: '\ude00\ud83d' }] })).toEqual([
    'items',
    '1',
    'note',
  ])
})

it('names the place of a name that is unsound, not the name', () => {
  expect(unsoundPart({ pictures: { 'a\u0000': 'b' } })).toEqual(['pictures'])
})

it('refuses what is nested deeper than anybody asks for, however deep', () => {
  expect(unsoundPart({ items: nested(31) })).toBeNull()
  expect(unsoundPart({ items: nested(33) })).toEqual(['items'])
  expect(unsoundPart({ items: nested(500_000) })).toEqual(['items'])
})

it('takes every other text, of every script', () => {
  expect(unsoundPart({ note: '脐橙 😀 \u{10ffff}\n', size: 1, none: null, is: true })).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unsoundPart([text])).toEqual(text.includes('\0') ? ['0'] : null)
    }),
  )
})
