const KEY = 'livestall.as'

/**
 * Who this window plays in the local product: `?as=wechat-lin` in the address, kept for this window alone so that
 * two windows can be two people. In production nobody answers for a persona, and everyone is a guest.
 */
export function readPersona(): string | null {
  const asked = new URLSearchParams(window.location.search).get('as')
  try {
    if (asked !== null) window.sessionStorage.setItem(KEY, asked)
    return window.sessionStorage.getItem(KEY)
  } catch {
    return asked
  }
}
