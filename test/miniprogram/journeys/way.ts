import type { Launch } from '../bundle'

/** Opens a room as a link in a chat does. */
export const roomLaunch = (id: string): Pick<Launch, 'path' | 'query'> => ({
  path: 'packages/live/room/index',
  query: { id },
})

/** What a super-app makes of a share card's path: a page and its query, still percent-encoded. */
export function launchOf(cardPath: string): Pick<Launch, 'path' | 'query'> {
  const [path = '', query = ''] = cardPath.replace(/^\//, '').split('?')
  return {
    path,
    query: Object.fromEntries([...new URLSearchParams(query)].map(([k, v]) => [k, encodeURIComponent(v)])),
  }
}
