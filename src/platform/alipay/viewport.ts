import Taro from '@tarojs/taro'
import type { Viewport } from '../ports/viewport'

const TITLE_BAR_PX = 44

/** Alipay keeps its back arrow over a page whose bar is transparent, so our own row starts below it. */
export const viewport: Viewport = {
  widthPx: () => Taro.getSystemInfoSync().windowWidth,
  subscribe: () => () => undefined,
  pageTop() {
    const info = Taro.getSystemInfoSync()
    const titleBar = 'titleBarHeight' in info ? Number(info.titleBarHeight) : TITLE_BAR_PX
    return { insetPx: (info.statusBarHeight ?? 0) + titleBar, hasBack: true }
  },
}
