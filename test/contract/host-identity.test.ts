import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto'
import { createAlipayClient } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-client'
import { createAlipayIdentity } from '../../cloudfunctions/_kernel/adapters/host-identity/alipay-identity'
import { openPhone } from '../../cloudfunctions/_kernel/adapters/host-identity/alipay-phone'
import { createWeChatIdentity } from '../../cloudfunctions/_kernel/adapters/host-identity/wechat-identity'
import { describeHostIdentity, type IdentityUnderTest } from './host-identity.contract'
import { openWalletStand, quietLog, type WalletStand } from './wallet-stand'

const weChat: IdentityUnderTest = {
  host: 'weapp',
  open: ({ wallets, clock }, { isMisconfigured = false, ...how } = {}) => {
    const options = { ...wallets.config.wechatIdentity, ...how }
    const wrong = { ...options, appSecret: 'wrong' }
    return createWeChatIdentity(isMisconfigured ? wrong : options, { clock, log: quietLog })
  },
}

const alipay: IdentityUnderTest = {
  host: 'alipay',
  open: ({ wallets, clock }, { isMisconfigured = false, ...how } = {}) => {
    const options = { ...wallets.config.alipay, ...how }
    const otherKey = Buffer.alloc(16).toString('base64')
    const wrong = { ...options, privateKey: wallets.config.wechatPay.merchantPrivateKey, aesKey: otherKey }
    const used = isMisconfigured ? wrong : options
    return createAlipayIdentity(createAlipayClient(used, clock), used, quietLog)
  },
}

describe.each([weChat, alipay])('host identity of $host', describeHostIdentity)

describe('a phone that WeChat tells', () => {
  let stand: WalletStand
  beforeAll(async () => {
    stand = await openWalletStand()
  })
  afterAll(() => stand.close())
  afterEach(() => {
    stand.relay = async (reply) => reply
  })
  const read = () => weChat.open(stand).readPhone('x')

  it.each([
    ['nothing', () => new Response('')],
    ['a list', () => new Response('[]')],
    ['that all is well, without a phone', () => Response.json({ errcode: 0 })],
    [
      'a phone that is none',
      () => Response.json({ errcode: 0, phone_info: { purePhoneNumber: 'x', countryCode: '86' } }),
    ],
    ['that it is busy', () => Response.json({ errcode: -1 })],
  ])('can not be known when it answers %s', async (_what, answer) => {
    stand.relay = async (reply) => ((await reply.clone().text()).includes('access_token') ? reply : answer())
    expect(await read()).toEqual({ ok: false, error: { code: 'unreachable' } })
  })

  it('is asked for again with a new token when the kept one went bad', async () => {
    const identity = weChat.open(stand)
    await identity.readPhone('x')
    stand.wallets.accessTokens.revoke()
    expect(await identity.readPhone('x')).toEqual({ ok: false, error: { code: 'refused' } })
  })
})

describe('a phone that Alipay sealed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const aesKey = Buffer.alloc(16, 7).toString('base64')
  const options = { aesKey, alipayPublicKey: publicKey }
  function seal(content: string): { response: string; sign: string } {
    const cipher = createCipheriv('aes-128-cbc', Buffer.from(aesKey, 'base64'), Buffer.alloc(16))
    const response = Buffer.concat([cipher.update(content), cipher.final()]).toString('base64')
    return { response, sign: createSign('RSA-SHA256').update(`"${response}"`).sign(privateKey, 'base64') }
  }
  const sealed = (told: object) => JSON.stringify(seal(JSON.stringify(told)))

  it('is of the country that is told, or of China', () => {
    const told = { code: '10000', mobile: '91234567' }
    expect(openPhone(sealed({ ...told, countryCode: '852' }), options)).toEqual({
      ok: true,
      value: '+85291234567',
    })
    expect(openPhone(sealed({ ...told, mobile: '13800138000' }), options)).toEqual({
      ok: true,
      value: '+8613800138000',
    })
  })

  it('is forged when another content stands under the signature', () => {
    const [mine, theirs] = [seal('{"code":"10000","mobile":"13800138000"}'), seal('{}')]
    expect(openPhone(JSON.stringify({ ...mine, sign: theirs.sign }), options)).toEqual({
      ok: false,
      error: 'forged',
    })
  })

  it.each([
    [
      'Alipay refuses',
      { code: '40003', subCode: 'isv.invalid-auth-relations' },
      'isv.invalid-auth-relations',
    ],
    ['Alipay refuses in short', { code: '40003' }, '40003'],
    ['there is none', { code: '10000' }, 'content has no phone'],
    ['it says something else', [], 'content cannot be read'],
  ])('is trouble of ours when %s', (_what, told, trouble) => {
    expect(openPhone(sealed(told), options)).toEqual({ ok: false, error: { trouble } })
  })

  it('is trouble of ours when we have no key for it', () => {
    expect(openPhone(sealed({}), { alipayPublicKey: publicKey })).toEqual({
      ok: false,
      error: { trouble: 'no key for the content' },
    })
  })
})
