const SAME_ORIGIN = 'same-origin'

/** Where the chat SDK connects instead of the vendor; `same-origin` is the server that this page came from. */
export function chatProxy(): string | undefined {
  const proxy = process.env.LIVESTALL_IM_PROXY
  if (proxy !== SAME_ORIGIN) return proxy || undefined
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/im`
}
