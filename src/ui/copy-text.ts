import { clipboard } from '@/platform'
import { currentCopy } from './copy/use-copy'
import { toast } from './toaster'

/** Puts text on the clipboard and says so, or says how else to take it. */
export async function copyText(text: string): Promise<void> {
  const words = currentCopy().common
  try {
    await clipboard.write(text)
    toast(words.copied)
  } catch {
    toast(words.copyFailed)
  }
}
