import { createAlipayClient } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-client'
import { createAlipayCodes } from '../../cloudfunctions/_kernel/adapters/app-codes/alipay-codes'
import { createWeChatCodes } from '../../cloudfunctions/_kernel/adapters/app-codes/wechat-codes'
import { createAccessTokens } from '../../cloudfunctions/_kernel/adapters/wechat-api/access-token'
import { pictureType } from '../../cloudfunctions/_kernel/live/picture-type'
import type { AppCodes } from '../../cloudfunctions/_kernel/ports/app-codes'
import { RecordingLog } from '../builders/recording-log'
import { roomId } from '../builders/room'
import { openWalletStand, type WalletStand } from './wallet-stand'

let stand: WalletStand
beforeAll(async () => {
  stand = await openWalletStand()
})
afterAll(() => stand.close())
afterEach(() => {
  stand.wallets.faults.wechatPay.reply = {}
  stand.wallets.faults.alipay.reply = {}
  stand.relay = async (reply) => reply
})

function open(host: 'weapp' | 'alipay'): AppCodes {
  const ports = { clock: stand.clock, log: new RecordingLog() }
  const { wechatIdentity, alipay } = stand.wallets.config
  const timeoutMs = 300
  if (host === 'alipay')
    return createAlipayCodes(createAlipayClient({ ...alipay, timeoutMs }, stand.clock), ports)
  return createWeChatCodes({ ...wechatIdentity, timeoutMs }, ports, createAccessTokens(wechatIdentity, ports))
}
const isUnknown = { ok: false, error: { code: 'unknown' } }

describe.each(['weapp', 'alipay'] as const)('the code of a room from %s', (host) => {
  it('is a picture', async () => {
    const drawn = await open(host).draw(roomId)
    expect(drawn.ok && pictureType(drawn.value)).toBe('image/png')
  })

  it('is unknown when nothing is answered', async () => {
    stand.wallets.faults.wechatPay.reply = { code: 'hang' }
    stand.wallets.faults.alipay.reply = { code: 'hang' }
    expect(await open(host).draw(roomId)).toMatchObject(isUnknown)
  })
})

describe('what WeChat answers instead of a picture', () => {
  const answering = (body: string) => {
    stand.relay = async (reply) =>
      (await reply.clone().text()).includes('access_token"') ? reply : new Response(body)
    return open('weapp').draw(roomId)
  }

  it('is its refusal', async () => {
    expect(await answering('{"errcode":41030,"errmsg":"invalid page"}')).toEqual({
      ok: false,
      error: { code: 'refused', reason: '41030' },
    })
  })

  it.each(['', '{"errmsg":"?"}', '{broken'])('is unknown when it is “%s”', async (body) => {
    expect(await answering(body)).toMatchObject(isUnknown)
  })
})

describe('what Alipay gives instead of a picture', () => {
  it('is unknown when the picture is not where it said', async () => {
    stand.relay = async (reply) =>
      reply.headers.get('content-type')?.includes('json') === true ? reply : new Response('', { status: 404 })
    expect(await open('alipay').draw(roomId)).toMatchObject(isUnknown)
  })
})
