import type { ShareAction, ShareCard } from '../ports/share'

async function copy(text: string): Promise<'copied' | 'failed'> {
  try {
    await window.navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'failed'
  }
}

async function share(card: ShareCard): Promise<'shared' | 'copied' | 'cancelled' | 'failed'> {
  if (typeof window.navigator.share !== 'function') return copy(card.link)
  try {
    await window.navigator.share({ title: card.title, url: card.link })
    return 'shared'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : copy(card.link)
  }
}

/** The browser's own share window where there is one, else the link goes to the clipboard. */
export function useShareCard(card: ShareCard | null): ShareAction {
  return { kind: 'call', share: () => (card === null ? Promise.resolve('failed') : share(card)) }
}
