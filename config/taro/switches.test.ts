import { buildSwitches } from './switches'

const proxyOf = (target: string, env: Readonly<Record<string, string>>) =>
  buildSwitches(target, env)['process.env.LIVESTALL_IM_PROXY']

it('builds mini-programs for the local product unless told otherwise', () => {
  expect(buildSwitches('weapp', {})).toEqual({
    'process.env.LIVESTALL_ORIGIN': '"http://127.0.0.1:8080"',
    'process.env.LIVESTALL_IM_PROXY': '"ws://127.0.0.1:8080/im"',
    'process.env.LIVESTALL_CLOUD_ENV': '""',
    'process.env.LIVESTALL_ALIPAY_LIVE': '""',
    'process.env.LIVESTALL_ALIPAY_CONTACT_TENANT': '""',
    'process.env.LIVESTALL_ALIPAY_CONTACT_SCENE': '""',
  })
})

it('leaves H5 to the origin that serves it', () => {
  expect(buildSwitches('h5', {})['process.env.LIVESTALL_ORIGIN']).toBe('""')
  expect(proxyOf('h5', {})).toBe('"same-origin"')
})

it('talks to the vendor’s chat once a real origin is named', () => {
  expect(proxyOf('alipay', { LIVESTALL_ORIGIN: 'https://shop.example' })).toBe('""')
})

it('follows the local product to another port', () => {
  expect(proxyOf('weapp', { LIVESTALL_ORIGIN: 'http://127.0.0.1:9090' })).toBe('"ws://127.0.0.1:9090/im"')
})
