/** A reply body as it goes over the wire: JSON text, because poll replies are put together from ready pieces. */
export type Reply = string

/** The vendor's codes (its document "错误码") for what this stand-in can refuse. */
export const IM_CODE = {
  badParameters: 10004,
  notMember: 10007,
  noGroup: 10010,
  noRight: 10015,
  refusedByWebhook: 10016,
  muted: 10017,
  groupIdTaken: 10021,
  tooManyGroups: 10036,
  noSuchApi: 60009,
  signatureExpired: 70001,
  signatureMalformed: 70003,
  signatureForged: 70009,
  signatureOfOtherUser: 70013,
  signatureOfOtherApp: 70014,
  notAdmin: 70402,
  messageTooLong: 80002,
  internal: 90001,
} as const

export const succeed = (fields: Readonly<Record<string, unknown>> = {}): Reply =>
  JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...fields })

export const refuse = (code: number, info = ''): Reply =>
  JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info })

/** A success whose list of messages is already JSON, so that one message is serialised once for all its readers. */
export function succeedWithMessages(
  fields: Readonly<Record<string, unknown>>,
  messages: readonly string[],
): Reply {
  return `${succeed(fields).slice(0, -1)},"RspMsgList":[${messages.join(',')}]}`
}
