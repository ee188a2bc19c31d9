import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import type { Transport, TransportFailure, WireRequest } from './ports/transport'
import { TIMEOUT_MS, wireHeaders, wireUrl } from './wire'

/** Hosts word their failures differently and without codes; a timeout is the one kind that all of them name. */
export function readFailure(error: unknown): TransportFailure {
  const text =
    typeof error === 'object' && error !== null ? JSON.stringify(Object.values(error)) : String(error)
  return /time\s?-?out/i.test(text) ? 'timeout' : 'offline'
}

/** Alipay calls a reply with any status but 200 a failure (error 19); it comes along, with its body as text. */
const refusedReply = v.object({
  status: v.number(),
  data: v.pipe(v.string(), v.parseJson(), v.looseObject({})),
})

async function send(request: WireRequest): Promise<Result<unknown, TransportFailure>> {
  try {
    const reply = await Taro.request<unknown>({
      url: wireUrl(request),
      method: 'POST',
      data: request.input,
      header: wireHeaders(request),
      dataType: 'json',
      timeout: TIMEOUT_MS,
    })
    return typeof reply.data === 'object' && reply.data !== null ? ok(reply.data) : err('unreadable')
  } catch (error) {
    const reply = v.safeParse(refusedReply, error)
    return reply.success ? ok(reply.output.data) : err(readFailure(error))
  }
}

export const httpTransport: Transport = { send, sendAndForget: (request) => void send(request) }
