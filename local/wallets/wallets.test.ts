import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toFen } from '@/domain/money'
import { loadWalletKeys } from './keys'
import { systemRandom } from './random'
import { openTradeBook, type TradeBook } from './trade-book'
import { createWallets, type Wallets } from '.'

const clock = { now: () => Date.parse('2025-11-23T12:00:00Z') }
const publicUrl = 'http://127.0.0.1:18500'
let keptKeys: string
let dataDir: string
let told: string[]
let isAway: boolean
// making keys takes a second: they are made once, and every data folder starts with them
beforeAll(async () => {
  keptKeys = await mkdtemp(join(tmpdir(), 'wallets-'))
  await loadWalletKeys(join(keptKeys, 'wallets'), systemRandom)
})
afterAll(() => rm(keptKeys, { recursive: true }))
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wallets-'))
  await cp(keptKeys, dataDir, { recursive: true })
  told = []
  isAway = false
})
afterEach(() => rm(dataDir, { recursive: true }))

const hear: typeof fetch = async (to, init) => {
  if (isAway) throw new TypeError('fetch failed')
  told.push(new Request(to, init).url)
  return new Response('success')
}
const open = (): Promise<Wallets> => createWallets({ dataDir, publicUrl, clock, fetch: hear, retryScale: 1 })

/** A trade as the gateway would open it; the cashier knows it by its token. */
async function aTrade(): Promise<string> {
  const book: TradeBook = await openTradeBook({
    file: join(dataDir, 'wallets', 'alipay.jsonl'),
    clock,
    makeToken: () => '2025112322001400000000000001',
    makeTransactionId: (token) => token,
    makeNoticeId: () => 'n1',
  })
  const opened = book.open({
    number: 'pay_orchard1000000000001',
    amount: toFen(990),
    description: '<b>脐橙</b> & "苹果"',
    payer: 'oLivestallalipay_wang0000000',
    notifyUrl: `${publicUrl}/notify/alipay`,
    expiresAt: clock.now() + 60_000,
  })
  await book.close()
  return opened.ok ? opened.value.token : ''
}
const cashier = (token: string, query = ''): string => `${publicUrl}/sandbox/cashier/alipay/${token}${query}`
const decide = (wallets: Wallets, address: string, decision: string) =>
  wallets.fetch(
    new Request(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ decision }),
    }),
  )
const cancelWithoutScript = (wallets: Wallets, address: string) =>
  wallets.fetch(new Request(address, { method: 'POST', body: new URLSearchParams({ decision: 'cancel' }) }))

describe('the wallets of the local product', () => {
  it('refuse to start in production', async () => {
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'production'
    await expect(open()).rejects.toThrow('refuses to start in production')
    process.env['NODE_ENV'] = before
  })

  it('keep their keys, readable by their owner alone', async () => {
    const first = await open()
    await first.close()
    const again = await open()
    await again.close()
    expect(again.config).toEqual(first.config)
    expect((await stat(join(dataDir, 'wallets', 'keys.json'))).mode & 0o077).toBe(0)
  })

  it('make new keys when the file is damaged', async () => {
    const keys = await loadWalletKeys(join(dataDir, 'wallets'), systemRandom)
    await writeFile(join(dataDir, 'wallets', 'keys.json'), '{"merc')
    expect((await loadWalletKeys(join(dataDir, 'wallets'), systemRandom)).apiV3Key).not.toBe(keys.apiV3Key)
  })

  it('remember a payment after a restart, and tell what was not taken', async () => {
    const token = await aTrade()
    isAway = true
    const first = await open()
    expect(await (await decide(first, cashier(token), 'approve')).json()).toEqual({ outcome: 'approved' })
    await first.settled()
    await first.close()
    expect(told).toEqual([])

    isAway = false
    const second = await open()
    await second.settled()
    expect(told).toEqual([`${publicUrl}/notify/alipay`])
    expect(await (await decide(second, cashier(token), 'approve')).json()).toEqual({ outcome: 'approved' })
    await second.settled()
    await second.close()
    expect(told).toHaveLength(1)

    const third = await open()
    await third.settled()
    await third.close()
    expect(told).toHaveLength(1)
  })

  it('answer nothing outside their paths', async () => {
    const wallets = await open()
    for (const path of ['/', '/sandbox', '/sandbox/cashier/paypal/1', '/sandbox/wechat-pay/v3/other'])
      expect((await wallets.fetch(new Request(publicUrl + path))).status).toBe(404)
    await wallets.close()
  })
})

describe('the cashier', () => {
  let wallets: Wallets
  let token: string
  beforeEach(async () => {
    token = await aTrade()
    wallets = await open()
  })
  afterEach(() => wallets.close())

  const page = async (address: string): Promise<string> => (await wallets.fetch(new Request(address))).text()

  it('shows what is paid, to whom and by whom, and lets no markup through', async () => {
    const html = await page(cashier(token))
    expect(html).toContain('data-state="unpaid"')
    expect(html).toContain('9.90')
    expect(html).toContain('王大力')
    expect(html).toContain('&lt;b&gt;脐橙&lt;/b&gt; &amp; &quot;苹果&quot;')
    expect(html).not.toMatch(/\{\{/)
  })

  it('runs its own script alone, and is framed by its own server alone', async () => {
    const reply = await wallets.fetch(new Request(cashier(token)))
    const policy = reply.headers.get('content-security-policy') ?? ''
    const [, nonce = ''] = /script-src 'nonce-(\w{32})'/.exec(policy) ?? []
    expect(await reply.text()).toContain(`<script nonce="${nonce}">`)
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toContain('unsafe')
  })

  it('says so when there is nothing to pay, or not any more', async () => {
    expect((await wallets.fetch(new Request(cashier('2025')))).status).toBe(404)
    expect(await page(cashier('2025'))).toContain('data-state="missing"')
    await decide(wallets, cashier(token), 'approve')
    expect(await page(cashier(token))).toContain('data-state="paid"')
  })

  it('changes nothing when the person cancels, waits, or sends something else', async () => {
    expect(await (await decide(wallets, cashier(token), 'cancel')).json()).toEqual({ outcome: 'cancelled' })
    expect(await (await decide(wallets, cashier(token), 'hang')).json()).toEqual({ outcome: 'hung' })
    expect((await decide(wallets, cashier(token), 'refund')).status).toBe(400)
    expect(await (await decide(wallets, cashier('2025'), 'approve')).json()).toEqual({ outcome: 'missing' })
    await wallets.settled()
    expect(told).toEqual([])
    expect(await page(cashier(token))).toContain('data-state="unpaid"')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:1',
    '',
  ])('never returns to %j', async (target) => {
    const query = `?return=${encodeURIComponent(target)}`
    expect(await page(cashier(token, query))).toContain('data-return=""')
    const reply = await cancelWithoutScript(wallets, cashier(token, query))
    expect(reply.headers.get('location')).toBe(`/sandbox/cashier/alipay/${token}`)
  })

  it('returns to a page of the same server', async () => {
    const query = `?return=${encodeURIComponent('/#/packages/trade/order/index?id=o_1')}`
    expect(await page(cashier(token, query))).toContain('data-return="/#/packages/trade/order/index?id=o_1"')
    const reply = await cancelWithoutScript(wallets, cashier(token, query))
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe('/#/packages/trade/order/index?id=o_1')
  })
})
