import Taro from '@tarojs/taro'
import type { OrderId } from '@/domain/ids'

export const goToFeed = (): void => {
  void Taro.switchTab({ url: '/pages/feed/index' })
}

/** A room opened from a shared card has nothing behind it. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goToFeed()
}

export const goToOrder = (orderId: OrderId): void => {
  void Taro.navigateTo({ url: `/packages/trade/order/index?id=${orderId}` })
}
