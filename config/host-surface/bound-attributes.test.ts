import { boundAttributes } from './bound-attributes'

const environment = process.env.TARO_ENV
const isBound = { weapp: boundAttributes('weapp'), alipay: boundAttributes('alipay') }

it('leaves the environment as it was', () => {
  expect(process.env.TARO_ENV).toBe(environment)
})

it.each([
  ['Image', 'lazyLoad', { weapp: true, alipay: true }],
  ['View', 'onClick', { weapp: true, alipay: true }],
  ['View', 'className', { weapp: true, alipay: true }],
  ['View', 'style', { weapp: true, alipay: true }],
  ['View', 'role', { weapp: true, alipay: true }],
  ['View', 'aria-label', { weapp: true, alipay: true }],
  ['View', 'data-place', { weapp: true, alipay: true }],
  ['View', 'onLongPress', { weapp: true, alipay: false }],
  ['Text', 'userSelect', { weapp: true, alipay: false }],
  ['LivePlayer', 'onError', { weapp: false, alipay: true }],
  ['LivePlayer', 'floatingMode', { weapp: false, alipay: true }],
  ['Video', 'onLoading', { weapp: false, alipay: true }],
  ['Swiper', 'onAnimationFinish', { weapp: true, alipay: false }],
  ['LivePusher', null, { weapp: true, alipay: false }],
  ['Map', 'polygons', { weapp: true, alipay: true }],
  ['Button', 'onLoading', { weapp: false, alipay: false }],
  ['Nothing', 'id', { weapp: false, alipay: false }],
])('%s %s is handed on: %j', (component, prop, expected) => {
  expect({ weapp: isBound.weapp(component, prop), alipay: isBound.alipay(component, prop) }).toEqual(expected)
})
