import { pickFailure } from './file-picker'

it.each([
  ['WeChat', { errMsg: 'chooseImage:fail cancel' }, 'cancelled'],
  ['Alipay', { error: 11, errorMessage: '用户取消操作' }, 'cancelled'],
  ['WeChat', { errMsg: 'readFile:fail no such file' }, 'unreadable'],
  ['Alipay', { error: 2001, errorMessage: '在申请授权时用户拒绝授权' }, 'unreadable'],
])('reads from what %s says (%j) that the pick was %s', (_host, error, failure) => {
  expect(pickFailure(error)).toBe(failure)
})
