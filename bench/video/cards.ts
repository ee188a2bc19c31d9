import type { Page } from 'playwright-core'
import type { ProductId, RoomId } from '@/domain/ids'
import type { Line } from '@/platform/ports/player'
import type { ApiClient } from '../../test/journeys/api-client'
import { roomPage } from '../../test/journeys/seeded'
import type { Stage } from '../../test/journeys/stage'
import { spread } from '../percentile'
import type { BarcodeHost } from './barcode-host'

const VIEWER = 'alipay-wang'
const SLOWEST_START_MS = 60_000

export interface Explaining {
  readonly roomId: RoomId
  readonly productId: ProductId
  /** What the card's button is called. */
  readonly label: string
  readonly times: number
}

interface Seen {
  /** The number in the picture that was on screen when the card came. */
  readonly code: number
  readonly at: number
}

/** How far the card is from the frame that was live when the host explained, for who watches by one line. */
export async function measureCards(
  parts: { stage: Stage; host: ApiClient; barcodes: BarcodeHost },
  line: Line,
  explaining: Explaining,
): Promise<object> {
  const { stage, host, barcodes } = parts
  const page = await stage.open({ as: VIEWER })
  await page.evaluate(
    ([key, choice]) => {
      sessionStorage.setItem(key ?? '', choice ?? '')
    },
    [`livestall.${VIEWER}.watching`, JSON.stringify({ quality: 'origin', line })],
  )
  await page.goto(`${stage.url}/?as=${VIEWER}#${roomPage(explaining.roomId)}`)
  const settled = () => (document.querySelector('video')?.currentTime ?? 0) > 4
  await page.waitForFunction(settled, null, { timeout: SLOWEST_START_MS })
  const offsets: number[] = []
  const latencies: number[] = []
  for (let n = 0; n < explaining.times; n += 1) {
    const { shown, explainedAt } = await explainOnce(page, host, explaining)
    const frameAt = barcodes.sentAt(shown.code)
    offsets.push(frameAt - explainedAt)
    latencies.push(shown.at - frameAt)
  }
  await page.context().close()
  return {
    cardMinusFrameMs: spread(offsets),
    off: spread(offsets.map(Math.abs)),
    latencyMs: spread(latencies),
  }
}

async function explainOnce(page: Page, host: ApiClient, { roomId, productId, label }: Explaining) {
  await host.ask('shelf/stop-explaining', { roomId })
  await page.locator(`[aria-label="${label}"]`).first().waitFor({ state: 'detached' })
  const seen = page.evaluate(lookForCard, label)
  await host.ask('shelf/explain', { roomId, productId })
  const shown = await seen
  const { state } = await host.ask<'rooms', 'enter'>('rooms/enter', { roomId })
  const { events } = await host.ask<'rooms', 'events'>('rooms/events', {
    roomId,
    since: Math.max(0, state.seq - 20),
  })
  const explained = events.filter(({ type }) => type === 'explain-started').pop()
  return { shown, explainedAt: explained?.at ?? NaN }
}

/** Runs in the page: no function gets a name in here, for the loader would mark it with a helper that pages lack. */
async function lookForCard(label: string): Promise<Seen> {
  while (document.querySelector(`[aria-label="${label}"]`) === null) await new Promise(requestAnimationFrame)
  const video = document.querySelector('video')
  const canvas = document.createElement('canvas')
  const { videoWidth = 0, videoHeight = 0 } = video ?? {}
  canvas.width = videoWidth
  canvas.height = 1
  const draw = canvas.getContext('2d')
  const at = Date.now()
  if (video) draw?.drawImage(video, 0, videoHeight / 2, videoWidth, 1, 0, 0, videoWidth, 1)
  const pixels = draw?.getImageData(0, 0, videoWidth, 1).data ?? []
  let code = 0
  for (let bit = 0; bit < 9; bit += 1)
    if ((pixels[Math.floor(((bit + 0.5) * videoWidth) / 9) * 4] ?? 0) > 128) code += 2 ** bit
  return { code, at }
}
