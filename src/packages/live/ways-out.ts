import Taro from '@tarojs/taro'
import { replayPath } from '@/features/replay'
import type { OrderId, RoomId } from '@/domain/ids'

export const goToFeed = (): void => {
  void Taro.switchTab({ url: '/pages/feed/index' })
}

/** A room opened from a shared card has nothing behind it. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goToFeed()
}

/** In place of this room: whoever goes back comes to where they were before both. */
export const goToRoom = (roomId: RoomId): void => {
  void Taro.redirectTo({ url: `/packages/live/room/index?id=${roomId}` })
}

/** Over this room, from a moment on: whoever goes back is in it again. */
export const goToReplay = (roomId: RoomId, fromMs = 0): void => {
  void Taro.navigateTo({ url: replayPath(roomId, fromMs) })
}

export const goToOrder = (orderId: OrderId): void => {
  void Taro.navigateTo({ url: `/packages/trade/order/index?id=${orderId}` })
}
