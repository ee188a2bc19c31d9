import { deploymentEnvironment } from '../../../test/contract/deployment-environment'
import { readDeployment } from './read-deployment'

const environment = deploymentEnvironment('postgres://127.0.0.1/shop')

it('reads keys that a console keeps in one line', () => {
  const { wechatPay } = readDeployment(environment).ports.wallets
  expect(wechatPay.merchantPrivateKey).toMatch(
    /^-----BEGIN PRIVATE KEY-----\n[^\\]+\n-----END PRIVATE KEY-----$/,
  )
})

it('tells the wallets where to send their notices', () => {
  const { wechatPay, alipay } = readDeployment(environment).ports.wallets
  expect(wechatPay.notifyUrl).toBe('https://shop.test/notify/wechat-pay')
  expect(alipay.notifyUrl).toBe('https://shop.test/notify/alipay')
})

it('goes to the vendors’ own gateways unless others are named', () => {
  const real = { ...environment }
  const named = [
    'WECHAT_PAY_URL',
    'ALIPAY_GATEWAY',
    'ALIPAY_BILLS_URL',
    'WECHAT_API_URL',
    'TENCENT_IM_REST_URL',
  ]
  for (const name of named) real[name] = ''
  const { im, wallets } = readDeployment(real).ports
  expect(im.restUrl).toBe('https://console.tim.qq.com')
  expect(wallets.wechatPay).not.toHaveProperty('baseUrl')
  expect(wallets.alipay).not.toHaveProperty('gateway')
  expect(wallets.alipay).not.toHaveProperty('billsUrl')
  expect(wallets.wechatIdentity).not.toHaveProperty('baseUrl')
})

it('reads phones at Alipay only with the key for it', () => {
  const key = Buffer.alloc(16).toString('base64')
  expect(readDeployment(environment).ports.wallets.alipay).not.toHaveProperty('aesKey')
  expect(readDeployment({ ...environment, ALIPAY_AES_KEY: key }).ports.wallets.alipay.aesKey).toBe(key)
})

it('lets browsers in from the origins that are named', () => {
  expect(readDeployment(environment).corsOrigins).toEqual([])
  const origins = 'https://a.example,https://b.example'
  expect(readDeployment({ ...environment, LIVESTALL_H5_ORIGINS: origins }).corsOrigins).toHaveLength(2)
})

it('plays what Tencent signs unless Alibaba is named, and only the rungs that have a template', () => {
  expect(readDeployment(environment).ports.live).toMatchObject({ vendor: 'tencent', templates: {} })
  const named = { ...environment, LIVE_VENDOR: 'alibaba', LIVE_TEMPLATES: 'hd=lhd,audio=sound' }
  const { live } = readDeployment(named).ports
  expect(live).toMatchObject({ vendor: 'alibaba', templates: { hd: 'lhd', audio: 'sound' } })
})

it('names everything that is missing, once', () => {
  expect(() => readDeployment({ ...environment, WECHAT_APP_ID: '', DATABASE_URL: undefined })).toThrow(
    'missing in the environment: DATABASE_URL, WECHAT_APP_ID',
  )
})

it.each([
  ['WECHAT_PAY_URL', 'http://127.0.0.1:8080/sandbox/wechat-pay/'],
  ['ALIPAY_GATEWAY', 'http://127.0.0.1:8080/sandbox/alipay'],
  ['ALIPAY_BILLS_URL', 'http://127.0.0.1:8080'],
  ['WECHAT_API_URL', 'http://127.0.0.1:8080/'],
  ['TENCENT_IM_REST_URL', 'http://127.0.0.1:8080/sandbox/im'],
  ['LIVESTALL_PUBLIC_URL', 'http://shop.test'],
  ['LIVESTALL_PUBLIC_URL', 'https://shop.test/'],
  ['DATABASE_URL', '.data/database'],
  ['TENCENT_IM_APP_ID', 'my app'],
  ['LIVESTALL_TOKEN_SECRET', 'short'],
  ['ALIPAY_AES_KEY', 'not 16 bytes'],
  ['LIVE_VENDOR', 'somebody'],
  ['LIVE_TEMPLATES', 'small=480p'],
  ['LIVE_TIME_SHIFT_DAYS', 'a week'],
  ['LIVE_RECORDING_URL', 'http://files.example'],
])('takes no %s like %s into production, and repeats no value', (name, value) => {
  expect(() => readDeployment({ ...environment, [name]: value })).toThrow(
    new Error(`wrong in the environment: ${name}`),
  )
})

it('tells what is missing and what is wrong at once', () => {
  expect(() => readDeployment({ ...environment, ALIPAY_APP_ID: '', DATABASE_URL: 'mysql://' })).toThrow(
    'missing in the environment: ALIPAY_APP_ID; wrong in the environment: DATABASE_URL',
  )
})
