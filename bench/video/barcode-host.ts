import { readFileSync } from 'node:fs'
import { inProject } from '../../config/paths'
import { readFlvTags, readVideoBody, TAG } from '../../local/stream/media/flv-demux'
import type { ApiClient } from '../../test/journeys/api-client'
import { RtmpPublisher } from '../../test/builders/rtmp-publisher'

/** Nine bars across the picture are the bits of its number, 0 to 319; made once with ffmpeg's `geq`. */
const FILE = inProject('bench/video/barcode.flv')
const PICTURE_MS = 40
const SOUND_MS = 1024 / 48
const PICTURES = 320

/** A host whose every picture carries its number, and who knows when each was sent: a clock burnt into the picture. */
export class BarcodeHost {
  readonly #publisher: RtmpPublisher
  readonly #timer: NodeJS.Timeout
  readonly #sentAt: number[] = []

  private constructor(publisher: RtmpPublisher) {
    const tags = readFlvTags(readFileSync(FILE))
    const videos = tags.filter(({ type }) => type === TAG.video)
    const audios = tags.filter(({ type }) => type === TAG.audio).map(({ body }) => body)
    const kindOf = (body: Buffer) => readVideoBody(body).kind
    const pictures = videos.map(({ body }) => body).filter((body) => kindOf(body) === 'frame')
    const config = videos.map(({ body }) => body).find((body) => kindOf(body) === 'config')
    const [audioConfig, ...sounds] = audios
    if (!config || !audioConfig || pictures.length < PICTURES) throw new Error(`${FILE} holds no barcodes`)
    this.#publisher = publisher
    publisher.video(0, config)
    publisher.audio(0, audioConfig)
    const began = performance.now()
    let sound = 0
    this.#timer = setInterval(() => {
      while (this.#sentAt.length * PICTURE_MS <= performance.now() - began) {
        const at = this.#sentAt.length * PICTURE_MS
        publisher.video(at, pictures[this.#sentAt.length % PICTURES] ?? config)
        this.#sentAt.push(Date.now())
        for (; sound * SOUND_MS < at + PICTURE_MS; sound += 1)
          publisher.audio(Math.round(sound * SOUND_MS), sounds[sound % 600] ?? audioConfig)
      }
    }, 5)
  }

  static async goLive(host: ApiClient, roomId: string): Promise<BarcodeHost> {
    const address = await host.ask<'rooms', 'push-address'>('rooms/push-address', { roomId })
    const port = Number(/:(\d+)\//.exec(address.server.slice('rtmp:'.length))?.[1])
    const { publisher, code } = await RtmpPublisher.publish(port, address.key)
    if (code !== 'NetStream.Publish.Start') throw new Error(`The server answered ${code}`)
    return new BarcodeHost(publisher)
  }

  /** When the picture that shows `code` and is not older than one round was sent. */
  sentAt(code: number): number {
    const newest = this.#sentAt.length - 1
    const back = (((newest - code) % PICTURES) + PICTURES) % PICTURES
    return this.#sentAt[newest - back] ?? NaN
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#publisher.close()
  }
}
