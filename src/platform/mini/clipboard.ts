import Taro from '@tarojs/taro'
import type { Clipboard } from '../ports/clipboard'

export const clipboard: Clipboard = {
  async write(text) {
    await Taro.setClipboardData({ data: text })
    // Some hosts say so by themselves, in their own language: one voice is enough.
    Taro.hideToast()
  },
}
