import * as v from 'valibot'
import { leaveGroup, type ImState } from './im-state'
import { noticeEntry } from './log-entries'
import { IM_CODE, refuse, succeed, type Reply } from './replies'
import { LIMITS } from './settings'
import { checkUserSig } from './user-sig'

type Endpoint = (state: ImState, body: unknown) => Reply

function endpoint<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (state: ImState, body: v.InferOutput<Schema>) => Reply,
): Endpoint {
  return (state, body) => {
    const parsed = v.safeParse(schema, body)
    return parsed.success ? run(state, parsed.output) : refuse(IM_CODE.badParameters, 'bad parameters')
  }
}

const bytesUpTo = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxBytes(max))
const groupId = v.pipe(bytesUpTo(48), v.regex(/^(?!@TGS#)[\x20-\x7e]+$/))
const noGroup = (): Reply => refuse(IM_CODE.noGroup, 'group does not exist')

const createGroup = endpoint(
  v.object({ Type: v.literal('AVChatRoom'), GroupId: groupId, Name: bytesUpTo(30) }),
  (state, { GroupId: id, Name: name }) => {
    if (state.groups.get(id)) return refuse(IM_CODE.groupIdTaken, 'group id is taken')
    const group = state.groups.create(id, name, state.settings.clock.now())
    return group
      ? succeed({ GroupId: id, Type: 'AVChatRoom' })
      : refuse(IM_CODE.tooManyGroups, 'too many groups')
  },
)

const destroyGroup = endpoint(v.object({ GroupId: groupId }), (state, { GroupId: id }) => {
  if (!state.groups.get(id)) return noGroup()
  state.groups.delete(id)
  return succeed()
})

const sendNotice = endpoint(
  v.object({ GroupId: groupId, Content: bytesUpTo(LIMITS.messageBytes) }),
  (state, { GroupId: id, Content: text }) => {
    const group = state.groups.get(id)
    if (!group) return noGroup()
    group.append(noticeEntry(group, text, state.settings.clock.now()))
    return succeed()
  },
)

const mute = endpoint(
  v.object({
    GroupId: groupId,
    Members_Account: v.pipe(v.array(bytesUpTo(32)), v.maxLength(500)),
    MuteTime: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  (state, { GroupId: id, Members_Account: members, MuteTime: seconds }) => {
    const group = state.groups.get(id)
    if (!group) return noGroup()
    for (const member of members) group.mute(member, state.settings.clock.now() + seconds * 1000)
    return succeed()
  },
)

const members = v.pipe(v.array(bytesUpTo(32)), v.minLength(1), v.maxLength(20))

const ban = endpoint(
  v.object({
    GroupId: groupId,
    Members_Account: members,
    Duration: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  (state, { GroupId: id, Members_Account: banned }) => {
    const group = state.groups.get(id)
    if (!group) return noGroup()
    for (const member of banned) {
      group.ban(member)
      leaveGroup(state, group, state.people.get(member))
    }
    return succeed()
  },
)

const unban = endpoint(
  v.object({ GroupId: groupId, Members_Account: members }),
  (state, { GroupId: id, Members_Account: forgiven }) => {
    const group = state.groups.get(id)
    if (!group) return noGroup()
    for (const member of forgiven) group.unban(member)
    return succeed()
  },
)

const recall = endpoint(
  v.object({
    GroupId: groupId,
    MsgSeqList: v.pipe(
      v.array(v.object({ MsgSeq: v.pipe(v.number(), v.safeInteger()) })),
      v.minLength(1),
      v.maxLength(10),
    ),
  }),
  (state, { GroupId: id, MsgSeqList: messages }) => {
    const group = state.groups.get(id)
    if (!group) return noGroup()
    for (const { MsgSeq: seq } of messages) group.recall(seq)
    return succeed({ RecallRetList: messages.map(({ MsgSeq }) => ({ MsgSeq, RetCode: 0 })) })
  },
)

const importAccount = endpoint(
  v.object({
    UserID: bytesUpTo(32),
    Nick: v.optional(v.pipe(v.string(), v.maxBytes(500)), ''),
    FaceUrl: v.optional(v.pipe(v.string(), v.maxBytes(500)), ''),
  }),
  (state, { UserID: id, Nick: nickname, FaceUrl: avatarUrl }) => {
    const before = state.people.get(id)
    state.people.introduce(id, nickname || before.nickname, avatarUrl || before.avatarUrl)
    return succeed()
  },
)

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['group_open_http_svc/create_group', createGroup],
  ['group_open_http_svc/destroy_group', destroyGroup],
  ['group_open_http_svc/send_group_system_notification', sendNotice],
  ['group_open_http_svc/forbid_send_msg', mute],
  ['group_open_http_svc/ban_group_member', ban],
  ['group_open_http_svc/unban_group_member', unban],
  ['group_open_http_svc/group_msg_recall', recall],
  ['im_open_login_svc/account_import', importAccount],
])

/** The vendor's REST API: HTTP 200 whatever happens, the outcome is in ErrorCode. */
export async function answerRest(state: ImState, request: Request): Promise<Response> {
  const reply = await decide(state, request)
  return new Response(reply, { headers: { 'content-type': 'application/json' } })
}

async function decide(state: ImState, request: Request): Promise<Reply> {
  const url = new URL(request.url)
  const run = ENDPOINTS.get(url.pathname.split('/v4/')[1] ?? '')
  if (!run) return refuse(IM_CODE.noSuchApi, 'no such api')
  const refusal = checkAdmin(state, url.searchParams)
  if (refusal !== 0) return refuse(refusal, 'signature refused')
  const text = await request.text()
  if (text.length > LIMITS.frameBytes) return refuse(IM_CODE.badParameters, 'too long')
  return run(state, parseJson(text))
}

function checkAdmin({ settings }: ImState, query: URLSearchParams): number {
  if (query.get('sdkappid') !== String(settings.sdkAppId)) return IM_CODE.signatureOfOtherApp
  if (query.get('identifier') !== settings.adminId) return IM_CODE.notAdmin
  return checkUserSig(settings, settings.adminId, query.get('usersig') ?? '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
