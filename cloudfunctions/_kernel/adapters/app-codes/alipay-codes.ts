import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import type { AppCodes } from '../../ports/app-codes'
import type { Unknown } from '../../ports/payment-gateway'
import type { AlipayClient } from '../alipay/alipay-client'
import { type AdapterPorts, REPLY_TIMEOUT_MS } from '../wallet-config'
import { notKnown, unknownOutcome } from '../wallets/unknown-outcome'

// 小程序生成推广二维码, alipay.open.app.qrcode.create: it answers with an address of the picture.

const created = v.object({ qrCodeUrl: v.pipe(v.string(), v.regex(/^https?:\/\//)) })

export function createAlipayCodes(client: AlipayClient, { log }: Pick<AdapterPorts, 'log'>): AppCodes {
  return {
    async draw(roomId) {
      const reply = await client.call('alipay.open.app.qrcode.create', {
        bizContent: {
          url_param: 'packages/live/room/index',
          query_param: `id=${roomId}`,
          describe: '直播间',
        },
      })
      if (!reply.ok) {
        if (reply.error.code === 'unknown') return err(reply.error)
        log.warn('app-code-refused', { host: 'alipay', name: reply.error.name })
        return err({ code: 'refused', reason: reply.error.name })
      }
      const parsed = v.safeParse(created, reply.value)
      return parsed.success ? download(parsed.output.qrCodeUrl) : notKnown('Reply is malformed')
    },
  }
}

async function download(url: string): Promise<Result<Buffer, Unknown>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(REPLY_TIMEOUT_MS) })
    if (!response.ok) return notKnown(`Picture answers ${response.status}`)
    return ok(Buffer.from(await response.arrayBuffer()))
  } catch (error) {
    return err(unknownOutcome(error))
  }
}
