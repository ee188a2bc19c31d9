import { encodeGbk } from './gbk'

describe('text in GBK', () => {
  it('is read back as it was written', () => {
    const text = '#交易合计：2笔，“脐橙” 9.90 元；龘\r\n'
    expect(new TextDecoder('gbk').decode(encodeGbk(text))).toBe(text)
  })

  it('has two bytes for a character and one for a letter', () => {
    expect([...encodeGbk('A啊')]).toEqual([0x41, 0xb0, 0xa1])
  })

  it('has a question mark for what GBK does not have', () => {
    expect(new TextDecoder('gbk').decode(encodeGbk('橙🍊'))).toBe('橙?')
  })
})
