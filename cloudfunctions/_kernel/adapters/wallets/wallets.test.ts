import { toFen } from '@/domain/money'
import { beijingIso, beijingIsoMs, beijingText, readBeijingText, readIso } from '../../beijing-time'
import { cutBytes } from './cut-bytes'
import { settleClose } from './settle-close'
import { notKnown, unknownOutcome } from './unknown-outcome'
import { withinTime } from './within-time'

describe('Beijing time', () => {
  const at = Date.parse('2025-12-31T16:00:01Z')

  it('is eight hours ahead, wherever the server runs', () => {
    expect(beijingText(at)).toBe('2026-01-01 00:00:01')
    expect(beijingIso(at)).toBe('2026-01-01T00:00:01+08:00')
    expect(beijingIsoMs(at + 7)).toBe('2026-01-01T00:00:01.007+08:00')
  })

  it('is read as it was written', () => {
    expect(readBeijingText(beijingText(at))).toBe(at)
    expect(readBeijingText('2026-01-01 00:00:01.500')).toBe(at)
    expect(readIso(beijingIso(at))).toBe(at)
  })

  it.each(['', 'now', '2026-01-01', '2026-13-01 00:00:00', '2026-01-01T00:00:01'])('is not %j', (text) => {
    expect(readBeijingText(text)).toBeNull()
  })
})

describe('cutting text', () => {
  it('keeps whole characters within the bytes', () => {
    expect(cutBytes('脐橙🍊', 6)).toBe('脐橙')
    expect(cutBytes('脐橙🍊', 9)).toBe('脐橙')
    expect(cutBytes('脐橙🍊', 10)).toBe('脐橙🍊')
    expect(cutBytes('abc', 0)).toBe('')
  })
})

describe('a refused close', () => {
  const refusal = { reason: 'ORDER_CLOSED', isNeverSeen: false }
  const paid = { status: 'paid', transactionId: 't', amount: toFen(1), paidAt: 0 } as const
  const open = { ok: true, value: { status: 'unpaid' } } as const

  it('means what the trade itself says', () => {
    expect(settleClose(refusal, { ok: true, value: { status: 'closed' } })).toEqual({ ok: true })
    expect(settleClose(refusal, { ok: true, value: paid })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'paid' },
    })
  })

  it('is unknown while the trade says it can be paid, or says nothing', () => {
    expect(settleClose(refusal, open)).toMatchObject({ error: { code: 'unknown' } })
    expect(settleClose(refusal, notKnown('busy'))).toMatchObject({ error: { code: 'unknown' } })
  })

  it('is a close when the wallet never saw the number', () => {
    expect(settleClose({ reason: 'ORDER_NOT_EXIST', isNeverSeen: true }, open)).toEqual({ ok: true })
  })
})

describe('the cause of an unknown outcome', () => {
  it('keeps the words and codes, and nothing that hangs on the error', () => {
    const error = Object.assign(new Error('timeout', { cause: { code: 'ECONNRESET' } }), {
      code: 'ECONNABORTED',
      config: { privateKey: '-----BEGIN PRIVATE KEY-----' },
    })
    const { cause } = unknownOutcome(error)
    expect(cause).toEqual(new Error('ECONNABORTED ECONNRESET timeout'))
    expect(Object.keys(cause as object)).toEqual([])
  })

  it.each([null, undefined, 7, 'x', {}])('is words even when %p was thrown', (thrown) => {
    expect(unknownOutcome(thrown).cause).toBeInstanceOf(Error)
  })
})

describe('a bound in time', () => {
  it('lets through what comes in time, and cuts off what does not', async () => {
    await expect(withinTime(1_000, Promise.resolve(1))).resolves.toBe(1)
    await expect(withinTime(1, new Promise(() => undefined))).rejects.toThrow('No reply within 1 ms')
  })
})
