import fc from 'fast-check'
import { canonicalJson } from './canonical-json'

it('is the same text for the same content', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: '梨' }] })).toBe('{"a":[{"c":"梨","d":null}],"b":1}')
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }))
})

it('tells different content apart, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
