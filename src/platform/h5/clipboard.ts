import type { Clipboard } from '../ports/clipboard'

export const clipboard: Clipboard = {
  async write(text) {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // no such thing over plain HTTP, and super-apps' browsers may refuse it: the old way asks nobody
      copySelection(text)
    }
  },
}

function copySelection(text: string): void {
  const field = document.createElement('textarea')
  field.readOnly = true
  field.value = text
  field.style.cssText = 'position:fixed;left:-9999px'
  document.body.append(field)
  field.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where the new one is refused
  const isCopied = document.execCommand('copy')
  field.remove()
  if (!isCopied) throw new Error('The browser does not let pages copy')
}
