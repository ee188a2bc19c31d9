import { pinoLog } from './pino-log'

function linesOf(write: (log: ReturnType<typeof pinoLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(pinoLog({ write: (line) => lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('writes one line per event, with the facts of the request', () => {
  const lines = linesOf((log) => {
    const request = log.with({ correlationId: 'call-1' })
    request.info('order-placed', { orderId: 'o_1' })
    request.warn('slow')
    log.alarm('stuck')
  })
  expect(lines).toMatchObject([
    { level: 30, event: 'order-placed', correlationId: 'call-1', orderId: 'o_1' },
    { level: 40, event: 'slow', correlationId: 'call-1' },
    { level: 50, event: 'stuck', alarm: true },
  ])
})

it('strikes out what nobody ought to hand to it', () => {
  const [line] = linesOf((log) =>
    log.info('careless', { token: 'abc', order: { phone: '13800138000', id: 'o_1' } }),
  )
  expect(line).toMatchObject({ token: '[struck out]', order: { phone: '[struck out]', id: 'o_1' } })
})

it('tells what finds a defect, and not the row that the database refused', () => {
  const refused = Object.assign(new Error('violates check', { cause: new TypeError('deeper') }), {
    code: '23514',
    detail: 'Failing row contains (林小满, 13800138000)',
  })
  const [line, other] = linesOf((log) => {
    log.alarm('failed', { cause: refused })
    log.alarm('failed', { cause: 'a thrown text' })
    log.alarm('failed', { cause: { secret: 1 } })
  })
  expect(line?.cause).toMatchObject({
    type: 'Error',
    message: 'violates check',
    code: '23514',
    cause: { type: 'TypeError' },
  })
  expect(JSON.stringify(line)).not.toContain('13800138000')
  expect(other?.cause).toEqual({ thrown: 'a thrown text' })
})
