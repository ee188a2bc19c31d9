import { messageIdOf } from '@/domain/chat-message'
import { merchantOf, type MerchantId, type RoomId } from '@/domain/ids'
import type { RoomEventBody } from '@/domain/room'
import { givenMerchant, givenRoom } from './given'
import type { Actor, TestApplication } from './test-application'

/** A live room with its host, and with somebody who talks in it. */
export interface Talk {
  readonly host: Actor
  readonly mei: Actor
  readonly merchantId: MerchantId
  readonly roomId: RoomId
}

export async function givenTalk(test: TestApplication): Promise<Talk> {
  const host = await test.someone('weapp', '主播')
  const merchantId = await givenMerchant(test, host)
  return { host, merchantId, roomId: await givenRoom(test, merchantId), mei: await test.someone() }
}

interface GivenMessage {
  readonly text?: string
  readonly random?: number
  readonly refusal?: string | null
  readonly vendorSeq?: number | null
}

/** Something that was said; its id. */
export async function givenMessage(
  { db, clock }: TestApplication,
  { roomId, mei }: Pick<Talk, 'roomId' | 'mei'>,
  { text = '甜吗', random = 7, refusal = null, vendorSeq = 12 }: GivenMessage = {},
): Promise<string> {
  const messageId = messageIdOf(mei.userId, random)
  await db
    .insertInto('chat_messages')
    .values({
      merchant_id: merchantOf(roomId),
      room_id: roomId,
      message_id: messageId,
      user_id: mei.userId,
      name: '小满',
      text,
      refusal,
      said_at: clock.now(),
      vendor_seq: vendorSeq,
      deleted_at: null,
    })
    .execute()
  return messageId
}

/** What the room was told, without numbers and times. */
export const toldTo = ({ chat }: TestApplication): readonly RoomEventBody[] =>
  chat.notices.flatMap((notice) => {
    if (notice.kind !== 'event') return []
    const { seq: _seq, at: _at, ...body } = notice.event
    return [body]
  })
