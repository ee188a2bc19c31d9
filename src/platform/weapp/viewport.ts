import Taro from '@tarojs/taro'
import type { Viewport } from '../ports/viewport'

/** A phone's width does not change while a page is open. */
export const viewport: Viewport = {
  widthPx: () => Taro.getWindowInfo().windowWidth,
  subscribe: () => () => undefined,
  pageTop: () => ({ insetPx: Taro.getWindowInfo().statusBarHeight ?? 0, hasBack: false }),
}
