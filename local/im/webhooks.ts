import * as v from 'valibot'
import { messageElements, type MessageElements } from './message-bodies'
import { LIMITS, type ImSettings } from './settings'

const ANSWER_WITHIN_MS = 2_000

const answer = v.object({
  ErrorCode: v.number(),
  ErrorInfo: v.optional(v.string(), ''),
  MsgBody: v.optional(messageElements),
  CloudCustomData: v.optional(v.string()),
})
type Answer = v.InferOutput<typeof answer>

export interface MessageToCheck {
  readonly groupId: string
  readonly from: string
  readonly random: number
  readonly elements: MessageElements
  /** What the sender's client wrote beside the message. */
  readonly customData: string
}
export type WebhookVerdict =
  | {
      readonly kind: 'deliver'
      readonly elements: MessageElements
      readonly customData: string
      readonly isRewritten: boolean
    }
  | { readonly kind: 'refuse'; readonly code: number; readonly info: string }
  /** The sender is told that all is well and nobody gets the message. */
  | { readonly kind: 'discard' }

type Command = 'BeforeSendMsg' | 'AfterSendMsg' | 'AfterNewMemberJoin' | 'AfterMemberExit'

/** Calls the functions as the vendor does: a late or broken answer before sending lets the message through. */
export class Webhooks {
  readonly #settings: ImSettings
  #inFlight = 0

  constructor(settings: ImSettings) {
    this.#settings = settings
  }

  async beforeSend(message: MessageToCheck): Promise<WebhookVerdict> {
    const { elements, customData } = message
    const deliver = { kind: 'deliver', elements, customData, isRewritten: false } as const
    const reply = await this.#call('BeforeSendMsg', message.groupId, {
      From_Account: message.from,
      Operator_Account: message.from,
      Random: message.random,
      MsgBody: elements,
      CloudCustomData: customData,
    })
    if (!reply) return deliver
    const { ErrorCode: code, ErrorInfo: info } = reply
    if (code === 1) return { kind: 'refuse', code: 10016, info }
    if (code === 2) return { kind: 'discard' }
    if (code >= 10100 && code <= 10200) return { kind: 'refuse', code, info }
    return {
      kind: 'deliver',
      elements: reply.MsgBody ?? elements,
      customData: reply.CloudCustomData ?? customData,
      isRewritten: reply.MsgBody !== undefined,
    }
  }

  afterSend(message: MessageToCheck, seq: number): void {
    void this.#call('AfterSendMsg', message.groupId, {
      From_Account: message.from,
      Operator_Account: message.from,
      Random: message.random,
      MsgSeq: seq,
      MsgBody: message.elements,
    })
  }

  afterJoin(groupId: string, userId: string): void {
    const members = [{ Member_Account: userId }]
    void this.#call('AfterNewMemberJoin', groupId, { JoinType: 'Apply', NewMemberList: members })
  }

  afterExit(groupId: string, userId: string): void {
    const members = [{ Member_Account: userId }]
    void this.#call('AfterMemberExit', groupId, { ExitType: 'Quit', ExitMemberList: members })
  }

  async #call(
    command: Command,
    groupId: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<Answer | null> {
    const { webhookUrl } = this.#settings
    if (webhookUrl === undefined || this.#inFlight >= LIMITS.webhooksInFlight) return null
    this.#inFlight += 1
    try {
      const name = `Group.Callback${command}`
      const body = { CallbackCommand: name, GroupId: groupId, Type: 'AVChatRoom', ...fields }
      return await this.#post(this.#address(webhookUrl, name), body)
    } catch {
      // the vendor does not retry either; it goes on as if it had not asked
      return null
    } finally {
      this.#inFlight -= 1
    }
  }

  #address(webhookUrl: string, command: string): URL {
    const url = new URL(webhookUrl)
    url.searchParams.set('SdkAppid', String(this.#settings.sdkAppId))
    url.searchParams.set('CallbackCommand', command)
    url.searchParams.set('contenttype', 'json')
    url.searchParams.set('ClientIP', '127.0.0.1')
    url.searchParams.set('OptPlatform', 'Web')
    return url
  }

  async #post(url: URL, body: object): Promise<Answer | null> {
    const response = await this.#settings.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const parsed = v.safeParse(answer, await response.json())
    return response.ok && parsed.success ? parsed.output : null
  }
}
