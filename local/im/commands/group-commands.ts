import * as v from 'valibot'
import type { Group } from '../group'
import { enterGroup, leaveGroup, type ImState } from '../im-state'
import { IM_CODE, refuse, succeed, succeedWithMessages, type Reply } from '../replies'
import { command, type Command } from './command'
import { sendGroupMessage } from './send-group-message'

const groupRequest = v.object({ GroupId: v.string() })
const groupsRequest = v.union([
  v.object({ GroupIdList: v.pipe(v.array(v.string()), v.maxLength(50)) }),
  v.pipe(
    groupRequest,
    v.transform(({ GroupId }) => ({ GroupIdList: [GroupId] })),
  ),
])
const pollRequest = v.object({
  Key: v.string(),
  StartSeq: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
})

const noGroup = (): Reply => refuse(IM_CODE.noGroup, 'group does not exist')

const join = command(groupRequest, (state, body, { person }) => {
  const group = state.groups.get(body.GroupId)
  if (!group) return noGroup()
  if (group.isBanned(person.id)) return refuse(IM_CODE.noRight, 'banned from the group')
  enterGroup(state, group, person)
  const answer = {
    JoinedStatus: 'JoinedSuccess',
    HugeGroupFlag: 1,
    LongPollingKey: state.tickets.issue({ kind: 'poll', groupId: group.id }),
    StartSeq: group.nextSeq,
    AVChatRoomKey: group.id,
  }
  return succeedWithMessages(answer, group.history())
})

const quit = command(groupRequest, (state, body, { person }) => {
  const group = state.groups.get(body.GroupId)
  if (!group) return noGroup()
  leaveGroup(state, group, person)
  return succeed()
})

/** Whoever shows a poll key was let in before: after a restart that is how the group gets its people back. */
const poll = command(pollRequest, async (state, body, { person, connection }) => {
  const groupId = state.tickets.readPoll(body.Key)
  const group = groupId === null ? null : reopened(state, groupId)
  if (!group) return noGroup()
  if (group.isBanned(person.id)) return refuse(IM_CODE.notMember, 'banned from the group')
  enterGroup(state, group, person)
  const news = await group.poll(connection.id, body.StartSeq, state.settings.holdMs)
  return succeedWithMessages({ Key: body.Key, NextSeq: news.nextSeq }, news.messages)
})

function reopened(state: ImState, groupId: string): Group | null {
  return state.groups.get(groupId) ?? state.groups.create(groupId, '', state.settings.clock.now())
}

const memberCount = command(groupRequest, (state, body) => {
  const group = state.groups.get(body.GroupId)
  return group ? succeed({ OnlineMemberNum: group.members.size, ExpireTime: 10 }) : noGroup()
})

const profiles = command(groupsRequest, (state, body) =>
  succeed({ GroupInfo: body.GroupIdList.map((id) => profile(state, id)) }),
)

function profile(state: ImState, groupId: string): object {
  const group = state.groups.get(groupId)
  if (!group) return { GroupId: groupId, ErrorCode: IM_CODE.noGroup, ErrorInfo: 'group does not exist' }
  const createdAt = Math.floor(group.createdAtMs / 1000)
  return {
    GroupId: group.id,
    Type: 'AVChatRoom',
    Name: group.name,
    Owner_Account: state.settings.adminId,
    CreateTime: createdAt,
    InfoSeq: 1,
    LastInfoTime: createdAt,
    LastMsgTime: 0,
    NextMsgSeq: group.nextSeq,
    MemberNum: group.members.size,
    MaxMemberNum: 0,
    Introduction: '',
    Notification: '',
    FaceUrl: '',
    ApplyJoinOption: 'FreeAccess',
    ShutUpAllMember: 'Off',
    ErrorCode: 0,
    ErrorInfo: '',
    SelfInfo: { Role: 'Member', JoinTime: createdAt, MsgFlag: 'AcceptAndNotify', MsgSeq: 0 },
  }
}

export const groupCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['group_open_http_svc.apply_join_group', join],
  ['group_open_http_svc.quit_group', quit],
  ['group_open_http_svc.get_group_info', profiles],
  ['group_open_http_svc.get_group_public_info', profiles],
  ['group_open_http_svc.get_group_self_member_info', profiles],
  ['group_open_http_svc.get_online_member_num', memberCount],
  ['group_open_http_svc.send_group_msg', sendGroupMessage],
  ['group_open_long_polling_http_svc.get_msg', poll],
])
