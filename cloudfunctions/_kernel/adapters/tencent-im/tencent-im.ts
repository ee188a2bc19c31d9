import { err } from '@/domain/result'
import { DAY } from '@/domain/time'
import type { ChatGroups } from '../../ports/chat-groups'
import { cutBytes } from '../wallets/cut-bytes'
import {
  restClient,
  TencentImError,
  type RestClient,
  type RestPorts,
  type TencentImAccount,
} from './rest-client'
import { signUserSig } from './user-sig'
import { isFromVendor, replyToWebhook } from './webhook'

export interface TencentImOptions extends TencentImAccount, RestPorts {
  /** The secret last part of the address that the vendor's console calls webhooks at. */
  readonly webhookToken: string
}

const NO_GROUP = 10010
const GROUP_ID_TAKEN = 10021
/** The vendor's limit for a group's name, in bytes of UTF-8. */
const NAME_BYTES = 30
/** The vendor's own word for "for good". */
const FOR_GOOD_SECONDS = 4_294_967_295

/** The rooms' chat groups at Tencent IM, one AVChatRoom each. */
export function tencentIm(options: TencentImOptions): ChatGroups {
  const { sdkAppId, secretKey, clock } = options
  const call = restClient(options, options)
  return {
    ensureGroup: (room, name) =>
      allowing(GROUP_ID_TAKEN, () =>
        call('group_open_http_svc/create_group', {
          Type: 'AVChatRoom',
          GroupId: room,
          Name: cutBytes(name, NAME_BYTES),
        }),
      ),
    // a group that is not there has nobody in it to miss the notice; who comes later reads the room's log
    notify: (room, text) =>
      allowing(NO_GROUP, () =>
        call('group_open_http_svc/send_group_system_notification', { GroupId: room, Content: text }),
      ),
    introduce: (user, nickname, avatarUrl) =>
      call('im_open_login_svc/account_import', { UserID: user, Nick: nickname, FaceUrl: avatarUrl }),
    sign(userId) {
      const issuedAt = clock.now()
      const issuedAtSeconds = Math.floor(issuedAt / 1000)
      const validSeconds = DAY / 1000
      const userSig = signUserSig({ sdkAppId, secretKey, userId, issuedAtSeconds, validSeconds })
      return { sdkAppId, userSig, expiresAt: (issuedAtSeconds + validSeconds) * 1000 }
    },
    mute: (room, user, seconds) =>
      allowing(NO_GROUP, () =>
        call('group_open_http_svc/forbid_send_msg', {
          GroupId: room,
          Members_Account: [user],
          MuteTime: seconds ?? FOR_GOOD_SECONDS,
        }),
      ),
    ban: (room, user) =>
      allowing(NO_GROUP, () =>
        call('group_open_http_svc/ban_group_member', {
          GroupId: room,
          Members_Account: [user],
          Duration: FOR_GOOD_SECONDS,
        }),
      ),
    unban: (room, user) =>
      allowing(NO_GROUP, () =>
        call('group_open_http_svc/unban_group_member', { GroupId: room, Members_Account: [user] }),
      ),
    recall: (room, seq) =>
      allowing(NO_GROUP, () =>
        call('group_open_http_svc/group_msg_recall', { GroupId: room, MsgSeqList: [{ MsgSeq: seq }] }),
      ),
    async answerWebhook(webhook, listener) {
      return isFromVendor(webhook, options) ? replyToWebhook(webhook, listener) : err({ code: 'forged' })
    },
  }
}

async function allowing(code: number, call: () => ReturnType<RestClient>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof TencentImError) || error.code !== code) throw error
  }
}
