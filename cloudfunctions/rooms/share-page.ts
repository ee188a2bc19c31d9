import { isId } from '@/domain/ids'
import type { Room, RoomStatus } from '@/domain/room'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Route, WebReply } from '../_kernel/route'

const LONGEST_TOKEN = 512
const STATE: Readonly<Record<RoomStatus, string>> = {
  live: '正在直播',
  upcoming: '直播预告',
  ended: '直播已结束',
}

/** The link in a shared card: previews read its Open Graph tags, people land in the room at once. */
export const sharePage: Route = {
  method: 'GET',
  path: '/r/:roomId',
  async handle(context, { params, query }) {
    const { roomId = '' } = params
    const room = isId('room', roomId) ? await loadRoom(context, roomId) : null
    if (!room) return goHome
    const token = (query.t ?? '').slice(0, LONGEST_TOKEN)
    const search = new URLSearchParams({ id: room.id, ...(token !== '' && { t: token }) })
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: page(room, {
        target: `/#/packages/live/room/index?${search.toString()}`,
        address: `${context.publicUrl}/r/${room.id}`,
        picture: new URL(room.coverUrl, context.publicUrl).href,
      }),
      headers: {
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      },
    }
  },
}

const goHome: WebReply = { status: 302, type: 'text/plain', body: '', headers: { Location: '/' } }

interface Links {
  readonly target: string
  readonly address: string
  readonly picture: string
}

function page(room: Room, { target, address, picture }: Links): string {
  const text = `${room.merchantName} · ${STATE[room.status]}`
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeHtml(room.title)}</title>
<meta name="description" content="${escapeHtml(text)}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="同场">
<meta property="og:title" content="${escapeHtml(room.title)}">
<meta property="og:description" content="${escapeHtml(text)}">
<meta property="og:image" content="${escapeHtml(picture)}">
<meta property="og:url" content="${escapeHtml(address)}">
<meta http-equiv="refresh" content="0;url=${escapeHtml(target)}">
</head>
<body style="margin:0;background:#111;color:#fff;font:16px system-ui">
<a style="display:block;padding:40vh 16px;color:inherit;text-align:center;text-decoration:none"
 href="${escapeHtml(target)}">${escapeHtml(room.title)}</a>
</body>
</html>
`
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
