/** What goes under `…_response`; sign-in refusals go under `error_response` instead, as with the real gateway. */
export type Answer = Readonly<Record<string, string>>

export const success = (fields: Answer): Answer => ({ code: '10000', msg: 'Success', ...fields })

export const failure = (subCode: string, subMsg: string): Answer => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: subCode,
  sub_msg: subMsg,
})

export const invalid = (subCode: string, subMsg: string): Answer => ({
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code: subCode,
  sub_msg: subMsg,
})

export const badParameter = invalid('isv.invalid-parameter', '参数无效')
export const noSuchTrade = failure('ACQ.TRADE_NOT_EXIST', '交易不存在')
