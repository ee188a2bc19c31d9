import { isId, type ProductId, type RoomId } from '@/domain/ids'

export interface RoomParams {
  readonly roomId: RoomId
  readonly sharerToken?: string
  /** What was explained when the room was shared. */
  readonly productId?: ProductId
}

const LONGEST_TOKEN = 512

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    // a percent sign that means nothing: somebody typed or cut the link
    return text
  }
}

/**
 * Which room a link, a share card or a printed code opens, or null when it names none. A code has room for 32
 * characters (`scene`): the room's id and no token. A token that cannot be one is dropped, the room opens all the same.
 */
export function readRoomParams(params: Readonly<Partial<Record<string, string>>>): RoomParams | null {
  const id = params.id ?? decoded(params.scene ?? '')
  if (!isId('room', id)) return null
  const token = decoded(params.t ?? '')
  const product = decoded(params.p ?? '')
  return {
    roomId: id,
    ...(token !== '' && token.length <= LONGEST_TOKEN && { sharerToken: token }),
    ...(isId('product', product) && { productId: product }),
  }
}
