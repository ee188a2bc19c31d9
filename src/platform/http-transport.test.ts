import Taro from '@tarojs/taro'
import { err, ok } from '@/domain/result'
import { httpTransport } from './http-transport'

const request = { functionName: 'orders', operation: 'place-order', input: {} } as const
const refusal = { ok: false, error: { code: 'sold-out' } }
/** What Alipay rejects with for every status but 200. */
const calledAFailure = (data: string) => ({
  error: 19,
  errorMessage: 'http status error',
  status: 409,
  headers: {},
  data,
})

afterEach(() => {
  jest.restoreAllMocks()
})

it('hands over what the server refused, as WeChat tells it', async () => {
  const reply = { data: refusal, statusCode: 409, header: {}, errMsg: '', cookies: [] }
  jest.spyOn(Taro, 'request').mockResolvedValue(reply)
  expect(await httpTransport.send(request)).toEqual(ok(refusal))
})

it('hands over what the server refused, as Alipay tells it', async () => {
  jest.spyOn(Taro, 'request').mockRejectedValue(calledAFailure(JSON.stringify(refusal)))
  expect(await httpTransport.send(request)).toEqual(ok(refusal))
})

it.each([
  ['a page of some server between', calledAFailure('<html>502</html>'), 'offline'],
  ['no network on WeChat', { errMsg: 'request:fail network error' }, 'offline'],
  ['no network on Alipay', { error: 12, errorMessage: 'network error' }, 'offline'],
  ['a time-out', { errMsg: 'request:fail timeout' }, 'timeout'],
])('tells %s from a reply', async (_, failure, code) => {
  jest.spyOn(Taro, 'request').mockRejectedValue(failure)
  expect(await httpTransport.send(request)).toEqual(err(code))
})
