import { readScriptClock, readSeiClock } from './sei-clock'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const message = { uuid: bytes('livestall-clock1'), user_data: bytes('{"t":1700000000500}'), pts: 500 }

describe('readSeiClock', () => {
  it('gives what to add to media time', () => {
    expect(readSeiClock(message)).toEqual({ offsetMs: 1_700_000_000_000 })
  })

  it.each([
    ["an encoder's own message", { ...message, uuid: bytes('x264 - core 164 ') }],
    ['a clock without time', { ...message, user_data: bytes('{"t":"soon"}') }],
    ['nothing', null],
    ['half a message', { uuid: message.uuid }],
    ['text instead of bytes', { ...message, user_data: '{"t":1}' }],
  ])('takes no time from %s', (_case, other) => {
    expect(readSeiClock(other)).toBeNull()
  })
})

describe('readScriptClock', () => {
  it('reads when the first sound was', () => {
    expect(readScriptClock({ onClock: { t: 1_700_000_000_000 } })).toBe(1_700_000_000_000)
  })

  it.each([undefined, null, {}, { onClock: null }, { onClock: { t: 'soon' } }, { onMetaData: { t: 1 } }])(
    'reads nothing in %s',
    (data) => {
      expect(readScriptClock(data)).toBeNull()
    },
  )
})
