import { clipboard } from '@/platform'
import { useCommonWords } from './words/common'
import { toast } from './toaster'

/** Puts text on the clipboard and says so, or says how else to take it. */
export async function copyText(text: string): Promise<void> {
  const words = useCommonWords.current()
  try {
    await clipboard.write(text)
    toast(words.copied)
  } catch {
    toast(words.copyFailed)
  }
}
