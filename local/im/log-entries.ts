import { randomInt } from 'node:crypto'
import type { Group } from './group'
import type { LogEntry } from './group-log'
import type { Priority } from './message-budget'
import type { MessageElements } from './message-bodies'
import type { Person } from './people'

/** The vendor's event numbers in a poll reply. */
const EVENT = { message: 3, notice: 5, tip: 6 } as const
const TIP = { joined: 1, left: 2 } as const
/** "Sent by the app's server", the one kind of system notice that carries our own text. */
const REPORT_FROM_APP = 255

interface Envelope {
  readonly group: Group
  readonly seq: number
  readonly atMs: number
  readonly from: Person | null
}

function wire(envelope: Envelope, event: number, fields: Readonly<Record<string, unknown>>): string {
  const { group, seq, atMs, from } = envelope
  const seconds = Math.floor(atMs / 1000)
  return JSON.stringify({
    Event: event,
    ToGroupId: group.id,
    MsgSeq: seq,
    MsgTimeStamp: seconds,
    MsgClientTime: seconds,
    MsgRandom: randomInt(1, 2 ** 31),
    MsgPriority: 'Normal',
    From_Account: from?.id ?? '@TIM#SYSTEM',
    TinyId: from?.tinyId ?? '0',
    CloudCustomData: '',
    IsPlaceMsg: 0,
    IsSystemMsg: 0,
    GroupInfo: {
      GroupId: group.id,
      GroupName: group.name,
      GroupType: 'AVChatRoom',
      From_AccountNick: from?.nickname ?? '',
      From_AccountHeadurl: from?.avatarUrl ?? '',
      From_AccountLevel: 0,
    },
    ...fields,
  })
}

export interface Speech {
  readonly from: Person
  readonly elements: MessageElements
  readonly customData: string
  readonly isRewritten: boolean
  readonly priority: Priority
  readonly random: number
  readonly clientTime: number | undefined
}

export function speechEntry(group: Group, speech: Speech, atMs: number): (seq: number) => LogEntry {
  const { from, elements, priority, random } = speech
  return (seq) => ({
    seq,
    at: atMs,
    speech: { from: from.id, random },
    json: wire({ group, seq, atMs, from }, EVENT.message, {
      MsgBody: elements,
      CloudCustomData: speech.customData,
      MsgPriority: priority,
      MsgRandom: random,
      MsgClientTime: speech.clientTime ?? Math.floor(atMs / 1000),
      ...(speech.isRewritten ? { MsgModifiedFlag: 1 } : {}),
    }),
  })
}

export const noticeEntry =
  (group: Group, text: string, atMs: number) =>
  (seq: number): LogEntry => ({
    seq,
    at: atMs,
    speech: null,
    json: wire({ group, seq, atMs, from: null }, EVENT.notice, {
      IsSystemMsg: 1,
      MsgBody: { ReportType: REPORT_FROM_APP, UserDefinedField: text, MsgKey: atMs },
    }),
  })

export const tipEntry =
  (group: Group, tip: { readonly type: keyof typeof TIP; readonly person: Person }, atMs: number) =>
  (seq: number): LogEntry => ({
    seq,
    at: atMs,
    speech: null,
    json: wire({ group, seq, atMs, from: tip.person }, EVENT.tip, {
      MsgPriority: 'Lowest',
      MsgBody: {
        OpType: TIP[tip.type],
        Operator_Account: tip.person.id,
        List_Account: [tip.person.id],
        OnlineMemberInfo: { OnlineMemberNum: group.members.size, ExpireTime: 60 },
        MsgOperatorMemberExtraInfo: {
          UserId: tip.person.id,
          NickName: tip.person.nickname,
          ImageUrl: tip.person.avatarUrl,
        },
      },
    }),
  })
