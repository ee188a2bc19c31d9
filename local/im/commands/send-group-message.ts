import { randomInt } from 'node:crypto'
import * as v from 'valibot'
import type { Group } from '../group'
import type { ImState } from '../im-state'
import { speechEntry } from '../log-entries'
import { PRIORITIES } from '../message-budget'
import { messageElements } from '../message-bodies'
import type { Person } from '../people'
import { IM_CODE, refuse, succeed, type Reply } from '../replies'
import { LIMITS } from '../settings'
import { command } from './command'

const request = v.object({
  GroupId: v.string(),
  MsgBody: messageElements,
  MsgPriority: v.optional(v.fallback(v.picklist(PRIORITIES), 'Normal'), 'Normal'),
  CloudCustomData: v.optional(v.string(), ''),
  Random: v.optional(v.pipe(v.number(), v.safeInteger())),
  MsgClientTime: v.optional(v.pipe(v.number(), v.safeInteger())),
})
type Request = v.InferOutput<typeof request>

export const sendGroupMessage = command(request, async (state, body, { person }) => {
  const group = state.groups.get(body.GroupId)
  if (!group) return refuse(IM_CODE.noGroup, 'group does not exist')
  const code = reasonToRefuse(state, group, { body, person })
  return code === 0 ? deliver(state, group, { body, person }) : refuse(code, 'message refused')
})

interface Sending {
  readonly body: Request
  readonly person: Person
}

function reasonToRefuse(state: ImState, group: Group, { body, person }: Sending): number {
  if (!group.members.has(person.id) || group.isBanned(person.id)) return IM_CODE.notMember
  if (group.isMuted(person.id, state.settings.clock.now())) return IM_CODE.muted
  const bytes = Buffer.byteLength(JSON.stringify(body.MsgBody) + body.CloudCustomData)
  return bytes > LIMITS.messageBytes ? IM_CODE.messageTooLong : 0
}

async function deliver(state: ImState, group: Group, { body, person }: Sending): Promise<Reply> {
  const random = body.Random ?? randomInt(1, 2 ** 31)
  const { MsgBody: said, CloudCustomData: customData } = body
  const message = { groupId: group.id, from: person.id, random, elements: said, customData }
  const verdict = await state.webhooks.beforeSend(message)
  if (verdict.kind === 'refuse') return refuse(verdict.code, verdict.info)
  const now = state.settings.clock.now()
  const seq = group.nextSeq
  const isKept = verdict.kind === 'deliver' && !group.isRepeat(person, random, now)
  if (isKept && group.admits(body.MsgPriority, now)) {
    const { kind: _, ...sent } = verdict
    const { MsgPriority: priority, MsgClientTime: clientTime } = body
    group.append(speechEntry(group, { ...sent, from: person, priority, random, clientTime }, now))
    state.webhooks.afterSend({ ...message, ...sent }, seq)
  }
  // a sender is told of success even when the rate limit drops the message: so does the vendor
  return succeed({ MsgTime: Math.floor(now / 1000), MsgSeq: seq })
}
