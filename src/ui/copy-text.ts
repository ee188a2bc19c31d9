import Taro from '@tarojs/taro'
import { currentCopy } from './copy/use-copy'
import { toast } from './toaster'

/** Puts text on the clipboard and says so, or says how else to take it. */
export async function copyText(text: string): Promise<void> {
  const words = currentCopy().common
  try {
    await Taro.setClipboardData({ data: text })
    // Some hosts say so by themselves, in their own language: one voice is enough.
    Taro.hideToast()
    toast(words.copied)
  } catch {
    toast(words.copyFailed)
  }
}
