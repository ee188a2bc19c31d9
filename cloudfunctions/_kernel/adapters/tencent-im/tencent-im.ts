import { err } from '@/domain/result'
import { DAY } from '@/domain/time'
import type { ChatGroups } from '../../ports/chat-groups'
import type { Log } from '../../ports/log'
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
  readonly log: Log
}

const NO_GROUP = 10010
const GROUP_ID_TAKEN = 10021
/** The vendor's limit for a group's name, in bytes of UTF-8. */
const NAME_BYTES = 30

/** The rooms' chat groups at Tencent IM, one AVChatRoom each. */
export function tencentIm(options: TencentImOptions): ChatGroups {
  const { sdkAppId, secretKey, clock, log } = options
  const call = restClient(options, options)
  return {
    ensureGroup: (room, name) =>
      allowing(GROUP_ID_TAKEN, () =>
        call('group_open_http_svc/create_group', {
          Type: 'AVChatRoom',
          GroupId: room,
          Name: cutToBytes(name, NAME_BYTES) || room,
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
    answerWebhook(webhook, judge) {
      if (isFromVendor(webhook, options)) return replyToWebhook(webhook, judge)
      log.warn('chat-webhook-forged', { command: webhook.query.CallbackCommand })
      return err({ code: 'forged' })
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

/** Cuts between characters, so that no half of one is sent. */
function cutToBytes(text: string, max: number): string {
  let kept = ''
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > max) break
    kept += character
  }
  return kept
}
