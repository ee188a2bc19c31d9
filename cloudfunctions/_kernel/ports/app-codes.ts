import type { RoomId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { Refused, Unknown } from './payment-gateway'

/** The host's own printed code, which its camera opens our app with (小程序码). */
export interface AppCodes {
  /** A picture (JPEG or PNG) that opens the room; the same room gives the same code, without an end. */
  draw(roomId: RoomId): Promise<Result<Buffer, Unknown | Refused>>
}
