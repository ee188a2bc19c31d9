import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FlvViewer } from './flv-audience'
import { checkSignature } from './signature'
import type { Stage } from './stage'

interface AppParts {
  readonly stage: Stage
  readonly playKey: string
  readonly now: () => number
}

interface Reply {
  readonly status: number
  readonly type?: string
  readonly body?: Buffer | string
}

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
  'cache-control': 'no-store',
}
const NOT_FOUND: Reply = { status: 404 }
const FLV = /^\/live\/([\w-]{1,64})\.flv$/
const PLAYLIST = /^\/live\/([\w-]{1,64})(\.m3u8|\/index\.m3u8)$/
const INIT = /^\/live\/([\w-]{1,64})\/init-(\d{1,15})\.mp4$/
const PAST_FILE = /^\/live\/([\w-]{1,64})\/past\/([\w-]{1,64}\.(?:mp4|m4s))$/
const SEGMENT = /^\/live\/([\w-]{1,64})\/(\d{1,15})\.m4s$/

/** HTTP-FLV and HLS of every stream on the stage, at the addresses Tencent CSS would give. */
export function createHttpApp(parts: AppParts): RequestListener {
  return (request, response) => {
    if (request.method === 'OPTIONS') return send(response, { status: 204 })
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, { status: 405 })
    const url = parseUrl(request)
    const flv = url && FLV.exec(url.pathname)
    if (url && flv?.[1])
      return serveFlv(parts, { request, response, stream: flv[1], query: url.searchParams })
    send(response, url ? hlsReply(parts, url) : NOT_FOUND, request.method === 'HEAD')
  }
}

function parseUrl(request: IncomingMessage): URL | null {
  return URL.canParse(request.url ?? '', 'http://local') ? new URL(request.url ?? '', 'http://local') : null
}

function hlsReply(parts: AppParts, url: URL): Reply {
  const [, listed, form] = PLAYLIST.exec(url.pathname) ?? []
  if (listed !== undefined) {
    if (!isAllowed(parts, listed, url.searchParams)) return { status: 403 }
    // segments lie beside index.m3u8, and one folder down from the vendor's <stream>.m3u8
    const folder = form === '.m3u8' ? `${listed}/` : ''
    const body =
      url.searchParams.get('txTimeshift') === 'on'
        ? parts.stage.past.playlist(listed, spanOf(url.searchParams), `${folder}past/`)
        : parts.stage.rendition(listed)?.playlist(folder)
    return body ? { status: 200, type: 'application/vnd.apple.mpegurl', body } : NOT_FOUND
  }
  const [, past, file] = PAST_FILE.exec(url.pathname) ?? []
  if (past !== undefined && file !== undefined) {
    const body = parts.stage.past.file(past, file)
    return body ? { status: 200, type: 'video/mp4', body } : NOT_FOUND
  }
  const [, stream, number] = INIT.exec(url.pathname) ?? SEGMENT.exec(url.pathname) ?? []
  const rendition = stream === undefined ? null : parts.stage.rendition(stream)
  const isInit = url.pathname.endsWith('.mp4')
  const body = isInit ? rendition?.init(Number(number)) : rendition?.segment(Number(number))
  return body ? { status: 200, type: 'video/mp4', body } : NOT_FOUND
}

/** The vendor's `unix_s`; what is no time asks for nothing. */
function spanOf(query: URLSearchParams): { fromMs: number; toMs: number } {
  const seconds = (name: string): number => {
    const text = query.get(name) ?? ''
    return /^\d{1,12}$/.test(text) && query.get('tsFormat') === 'unix_s' ? Number(text) * 1000 : 0
  }
  return { fromMs: seconds('tsStart'), toMs: seconds('tsEnd') }
}

function serveFlv(
  parts: AppParts,
  visit: { request: IncomingMessage; response: ServerResponse; stream: string; query: URLSearchParams },
): void {
  const { request, response, stream, query } = visit
  const isHead = request.method === 'HEAD'
  if (!isAllowed(parts, stream, query)) return send(response, { status: 403 }, isHead)
  const rendition = parts.stage.rendition(stream)
  if (!rendition) return send(response, NOT_FOUND, isHead)
  response.writeHead(200, { ...HEADERS, 'content-type': 'video/x-flv' })
  if (isHead) {
    response.end()
    return
  }
  request.socket.setNoDelay(true)
  const viewer = flvViewer(response)
  response.on('close', () => rendition.leave(viewer))
  response.flushHeaders()
  rendition.join(viewer)
}

function flvViewer(response: ServerResponse): FlvViewer {
  return {
    write: (bytes) => response.write(bytes),
    backlog: () => response.writableLength,
    end: () => response.end(),
    drop: () => response.destroy(),
  }
}

function isAllowed({ playKey, now }: AppParts, stream: string, query: URLSearchParams): boolean {
  return checkSignature(playKey, stream, { query, nowMs: now() }) === 'valid'
}

function send(response: ServerResponse, reply: Reply, isHead = false): void {
  const body = reply.body ?? ''
  const type = reply.type ? { 'content-type': reply.type } : {}
  response.writeHead(reply.status, { ...HEADERS, ...type, 'content-length': Buffer.byteLength(body) })
  response.end(isHead ? undefined : body)
}
