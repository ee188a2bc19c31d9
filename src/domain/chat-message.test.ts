import { err, ok } from './result'
import { checkChatText, MAX_CHAT_CHARS } from './chat-message'

describe('what may be said', () => {
  it.each([
    ['  多少钱?  ', '多少钱?'],
    ['第一行\n\n第二行', '第一行 第二行'],
    ['<b>粗</b><script>alert(1)</script>', '<b>粗</b><script>alert(1)</script>'],
    ['零\u200b宽\u0007', '零宽'],
    ['👨\u200d👩\u200d👧 一家', '👨\u200d👩\u200d👧 一家'],
  ])('%j is said as %j', (raw, text) => {
    expect(checkChatText(raw)).toEqual(ok(text))
  })

  it.each(['', '   ', '\n\t', '\u200b\u200b', '\u200d'])('%j says nothing', (raw) => {
    expect(checkChatText(raw)).toEqual(err('chat-empty'))
  })

  it('counts characters as people do', () => {
    expect(checkChatText('🍊'.repeat(MAX_CHAT_CHARS)).ok).toBe(true)
    expect(checkChatText('橙'.repeat(MAX_CHAT_CHARS + 1))).toEqual(err('chat-too-long'))
    expect(checkChatText('橙'.repeat(5_000))).toEqual(err('chat-too-long'))
  })
})
