import { pushAfter } from './push-after'

const about = (kind: 'published' | 'stopped', push: { name: string } | { at: number }) => ({
  kind,
  stream: 'r_1',
  push,
})

describe('pushes that have names', () => {
  const known = { push: 'first', picture: 'on' } as const
  it.each([
    ['the same start again', about('published', { name: 'first' }), null],
    ['its stop', about('stopped', { name: 'first' }), 'first'],
    ['the next start', about('published', { name: 'second' }), 'second'],
    ['the stop of an older one', about('stopped', { name: 'older' }), null],
  ])('know %s', (_case, callback, expected) => {
    expect(pushAfter(known, callback)).toBe(expected)
  })
})

describe('pushes that only have a time', () => {
  const on = { push: '@5000', picture: 'on' } as const
  const away = { push: '@5000', picture: 'away' } as const
  it.each([
    ['the first of all', { push: null, picture: 'away' } as const, about('published', { at: 1 }), '@1'],
    ['the same start again', on, about('published', { at: 5000 }), null],
    ['an older stop', on, about('stopped', { at: 4000 }), null],
    ['the stop of the push that this one took over from', on, about('stopped', { at: 5000 }), null],
    ['a later stop', on, about('stopped', { at: 6000 }), '@6000'],
    ['a start in the second of a stop', away, about('published', { at: 5000 }), '@5000'],
    ['a start from before a stop', away, about('published', { at: 4000 }), null],
    ['the same stop again', away, about('stopped', { at: 5000 }), null],
    [
      'a start after another vendor’s',
      { push: 'x', picture: 'on' } as const,
      about('published', { at: 7 }),
      '@7',
    ],
  ])('know %s', (_case, known, callback, expected) => {
    expect(pushAfter(known, callback)).toBe(expected)
  })
})
