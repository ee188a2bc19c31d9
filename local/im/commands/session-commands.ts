import { IM_CODE, refuse, succeed, type Reply } from '../replies'
import { leaveAllGroups, type ImState } from '../im-state'
import type { Person } from '../people'
import { checkUserSig } from '../user-sig'
import type { OpenCall, OpenCommand } from './command'

/**
 * What the app has bought, one bit each with the lowest last: 2 is history for newcomers. The SDK hides what is
 * not bought.
 */
const PURCHASED = (1 << 2).toString(2)

function logIn(state: ImState, call: OpenCall): Reply {
  const person = identify(state, call)
  if (typeof person === 'number') return refuse(person, 'signature refused')
  kickOtherInstances(state, call, person.id)
  state.connections.attach(call.connection, person.id)
  const { id: userId, nickname, avatarUrl } = person
  return succeed({
    TinyId: person.tinyId,
    A2Key: state.tickets.issue({ kind: 'login', userId, nickname, avatarUrl }),
    // the SDK reports an expired signature only when this is not 0
    InstId: 1,
    HelloInterval: 120,
    TimeStamp: Math.floor(state.settings.clock.now() / 1000),
    CustomStatus: '',
    PurchaseBits: PURCHASED,
  })
}

/** A first login carries a signature; the ones after a broken connection carry the ticket of the first. */
function identify(state: ImState, { head }: OpenCall): Person | number {
  if (head.a2 !== undefined) {
    const ticket = state.tickets.readLogin(head.a2)
    return ticket ? state.people.admit(ticket) : IM_CODE.signatureExpired
  }
  const userId = head.identifier ?? ''
  const code = checkUserSig(state.settings, userId, head.usersig ?? '')
  return code === 0 ? state.people.get(userId) : code
}

/** One instance per account and platform: the newest stays. */
function kickOtherInstances(state: ImState, { connection }: OpenCall, userId: string): void {
  const { platform, instance } = connection.device
  for (const other of state.connections.of(userId)) {
    if (other.device.platform !== platform || other.device.instance === instance) continue
    const notify = { KickoutMsgNotify: { KickType: 1, NewInstInfo: {} } }
    other.push('im_open_push.msg_push', { EventArray: [{ Event: 9, C2cNotifyMsgArray: [notify] }] })
    state.connections.detach(other)
  }
}

function logOut(state: ImState, { connection }: OpenCall): Reply {
  const { userId } = connection
  state.connections.detach(connection)
  if (userId !== null && state.connections.of(userId).length === 0) leaveAllGroups(state, userId)
  return succeed()
}

function fetchConfig(state: ImState): Reply {
  const clientConfig = {
    polling_interval: String(state.settings.pollingMs),
    polling_interval_plus: '0',
    evt_rpt_level: '[]',
  }
  return JSON.stringify({
    int32_error_code: 0,
    str_error_message: '',
    uint32_sdkappid: state.settings.sdkAppId,
    uint64_version: 1,
    uint32_expired_time: 3600,
    str_json_config: JSON.stringify(clientConfig),
  })
}

function fetchPurchases(): Reply {
  return JSON.stringify({
    int32_error_code: 0,
    str_error_message: '',
    str_purchase_bits: PURCHASED,
    uint32_expired_time: 3600,
  })
}

export const sessionCommands: ReadonlyMap<string, OpenCommand> = new Map<string, OpenCommand>([
  ['heartbeat.alive', () => succeed()],
  ['im_open_status.wshello', () => succeed()],
  ['im_open_status.wslogin', logIn],
  ['im_open_status.wslogout', logOut],
  ['imopenstat.tim_web_report_v2', () => succeed()],
  ['im_sdk_config_mgr.fetch_config', fetchConfig],
  ['im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2', fetchPurchases],
])
