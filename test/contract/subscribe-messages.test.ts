import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { roomId } from '../builders/room'
import { RecordingLog } from '../builders/recording-log'
import { createAlipayClient } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-client'
import { createAlipayMessages } from '../../cloudfunctions/_kernel/adapters/subscribe-messages/alipay-messages'
import { noMessages } from '../../cloudfunctions/_kernel/adapters/subscribe-messages/no-messages'
import {
  type MessageTemplate,
  readGaps,
} from '../../cloudfunctions/_kernel/adapters/subscribe-messages/template'
import { createWeChatMessages } from '../../cloudfunctions/_kernel/adapters/subscribe-messages/wechat-messages'
import { createAccessTokens } from '../../cloudfunctions/_kernel/adapters/wechat-api/access-token'
import type { StartNotice, SubscribeMessages } from '../../cloudfunctions/_kernel/ports/subscribe-messages'
import { personas } from '../../local/identity/personas'
import { startTemplates } from '../../local/inbox/start-templates'
import { openWalletStand, type WalletStand } from './wallet-stand'

type MessageHost = 'weapp' | 'alipay'

let stand: WalletStand
let log: RecordingLog
beforeAll(async () => {
  stand = await openWalletStand()
})
afterAll(() => stand.close())
beforeEach(() => {
  log = new RecordingLog()
})
afterEach(() => {
  stand.wallets.faults.wechatPay.reply = {}
  stand.wallets.faults.alipay.reply = {}
  stand.relay = async (reply) => reply
})

interface Change {
  readonly template?: MessageTemplate
  readonly url?: string
}
function open(host: MessageHost, { template = startTemplates[host], url }: Change = {}): SubscribeMessages {
  const ports = { clock: stand.clock, log }
  const { wechatIdentity, alipay } = stand.wallets.config
  const timeoutMs = 300
  if (host === 'alipay') {
    const gateway = url ?? alipay.gateway ?? ''
    return createAlipayMessages(
      createAlipayClient({ ...alipay, gateway, timeoutMs }, stand.clock),
      template,
      log,
    )
  }
  const tokens = createAccessTokens(wechatIdentity, ports)
  const baseUrl = url ?? wechatIdentity.baseUrl ?? ''
  return createWeChatMessages({ ...wechatIdentity, baseUrl, timeoutMs, template }, ports, tokens)
}
const personOf = (host: MessageHost) => {
  const person = personas.find((one) => one.host === host)
  if (!person) throw new Error(`nobody uses ${host}`)
  return person
}
const aNotice = (host: MessageHost, change: Partial<StartNotice> = {}): StartNotice => ({
  to: { hostUserId: personOf(host).hostUserId },
  roomId,
  title: '脐橙开园',
  shopName: '云岭果园',
  startedAt: Date.UTC(2026, 4, 1, 12),
  ...change,
})
/** An address that nobody listens at. */
async function closedDoor(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}/`
}
const carried = (host: MessageHost) => stand.wallets.messages.all().filter((one) => one.host === host)

describe.each(['weapp', 'alipay'] as const)('a start notice through %s', (host) => {
  it('is in the inbox of whom it is for, filled as the template says, and opens the room', async () => {
    expect(await open(host).tellStart(aNotice(host))).toEqual({ ok: true, value: undefined })
    const message = carried(host).at(-1)
    expect(message).toMatchObject({
      to: personOf(host).hostUserId,
      templateId: startTemplates[host].id,
      page: `packages/live/room/index?id=${roomId}`,
    })
    const values = Object.values(message?.data ?? {}).map(({ value }) => value)
    expect(values).toEqual(['脐橙开园', '云岭果园', '2026年5月1日 20:00'])
    const inbox = await stand.wallets.fetch(
      new Request(`${stand.url}/sandbox/inbox?as=${personOf(host).key}`, {
        headers: { accept: 'text/html' },
      }),
    )
    expect(await inbox.text()).toContain('脐橙开园')
  })

  it('has no line longer than the host takes', async () => {
    await open(host).tellStart(aNotice(host, { title: '橙'.repeat(80) }))
    const values = Object.values(carried(host).at(-1)?.data ?? {}).map(({ value }) => value.length)
    expect(Math.max(...values)).toBe({ weapp: 20, alipay: 50 }[host])
  })

  it('to nobody is refused', async () => {
    const notice = aNotice(host, { to: { hostUserId: 'nobody' } })
    expect(await open(host).tellStart(notice)).toMatchObject({ error: { code: 'refused' } })
  })

  it('by a template that is not ours waits, and somebody is called', async () => {
    const template = { ...startTemplates[host], id: 'another' }
    expect(await open(host, { template }).tellStart(aNotice(host))).toMatchObject({
      error: { code: 'not-now' },
    })
    expect(log.takeAlarms()).toEqual(['start-template-refused'])
  })

  it('that is not answered may have been sent', async () => {
    const faults = { weapp: stand.wallets.faults.wechatPay, alipay: stand.wallets.faults.alipay }[host]
    faults.reply = { message: 'no-reply' }
    expect(await open(host).tellStart(aNotice(host))).toMatchObject({ error: { code: 'unknown' } })
  })

  it('that finds nobody at the door was surely not sent', async () => {
    const closed = open(host, { url: await closedDoor() })
    expect(await closed.tellStart(aNotice(host))).toMatchObject({ error: { code: 'not-now' } })
  })
})

it.each([
  [43101, 'refused'],
  [45009, 'not-now'],
  [-1, 'not-now'],
] as const)('WeChat answering %d means %s', async (errcode, code) => {
  stand.relay = async (reply) =>
    (await reply.clone().text()).includes('access_token"') ? reply : Response.json({ errcode })
  expect(await open('weapp').tellStart(aNotice('weapp'))).toMatchObject({ error: { code } })
})

it('WeChat answering nonsense may have sent it; giving no token, it has not', async () => {
  stand.relay = async (reply) =>
    (await reply.clone().text()).includes('access_token"') ? reply : Response.json({})
  expect(await open('weapp').tellStart(aNotice('weapp'))).toMatchObject({ error: { code: 'unknown' } })
  stand.relay = async () => Response.json({ errcode: 40125 })
  expect(await open('weapp').tellStart(aNotice('weapp'))).toMatchObject({ error: { code: 'not-now' } })
  expect(log.takeAlarms()).toEqual(['access-token-refused'])
})

it('a browser tells nobody', async () => {
  expect(noMessages.startTemplate).toBeNull()
  expect(await noMessages.tellStart(aNotice('weapp'))).toMatchObject({ error: { code: 'refused' } })
})

it('the inbox tells what it holds to programs, too', async () => {
  await open('weapp').tellStart(aNotice('weapp'))
  const reply = await stand.wallets.fetch(new Request(`${stand.url}/sandbox/inbox`))
  expect(await reply.json()).toMatchObject({
    messages: expect.arrayContaining([{ host: 'weapp' }].map(expect.objectContaining)),
  })
})

it('gaps are read, and anything else is not', () => {
  expect(readGaps('thing1=title, time3=time')).toEqual({ thing1: 'title', time3: 'time' })
  for (const text of ['', 'thing1', 'thing1=price', '=title']) expect(readGaps(text)).toBeNull()
})
