import mpegts from 'mpegts.js/dist/mpegts.js'
import { asText, insert, type Part, type SetUp } from './part'

/** The numbers of WeChat's live-player that this one tells. */
const CODES = {
  connected: 2001,
  pulling: 2002,
  firstFrame: 2003,
  playing: 2004,
  ended: 2006,
  loading: 2007,
  reconnecting: 2103,
  cannotConnect: 3002,
  readFailed: 3005,
  gaveUp: -2301,
  message: 2012,
} as const
type News = keyof typeof CODES

/** Missing in the library's declarations. */
const SEI_ARRIVED = 'sei_arrived'
const NET_STATUS_MS = 1000
/** As the native player does before it gives up. */
const TRIES = 3
const RETRY_MS = 1000

/** Plays HTTP-FLV as the native component does and tells its state codes; it reconnects three times by itself. */
export const livePlayer: SetUp = (part) => {
  const video = insert(part, 'video')
  video.playsInline = true
  let round: Round | null = null
  part.on('muted', (value) => {
    video.muted = value === true
  })
  part.on('objectFit', (value) => {
    video.style.objectFit = value === 'fillCrop' ? 'cover' : 'contain'
  })
  const restart = (): void => {
    round?.stop()
    const source = asText(part.get('src'))
    round = source === '' || part.get('autoplay') !== true ? null : new Round(part, video, source)
  }
  const stopTelling = tellNetStatus(part, video)
  const stopFloating = floatOverPages(part)
  part.on('src', restart)
  part.on('autoplay', restart)
  part.onGone(() => {
    stopTelling()
    stopFloating()
    round?.stop()
    round = null
  })
}

/** What it has in its cache and how large its picture is, as the native player tells it. */
function tellNetStatus(part: Part, video: HTMLVideoElement): () => void {
  const timer = window.setInterval(() => {
    if (video.videoHeight === 0) return
    const { buffered, currentTime, videoWidth, videoHeight } = video
    const end = buffered.length === 0 ? currentTime : buffered.end(buffered.length - 1)
    const videoCache = Math.round((end - currentTime) * 1000)
    part.emit('netstatus', { info: { videoCache, audioCache: videoCache, videoWidth, videoHeight } })
  }, NET_STATUS_MS)
  return () => {
    clearInterval(timer)
  }
}

/** Where the app asked for it, a page that is covered leaves its player in a small window; here it only says so. */
function floatOverPages(part: Part): () => void {
  let isFloating = false
  const watching = new IntersectionObserver(([entry]) => {
    const mode = part.get('pictureInPictureMode')
    const isAsked = Array.isArray(mode) ? mode.includes('push') : mode === 'push'
    const next = isAsked && entry?.isIntersecting === false
    if (next === isFloating) return
    isFloating = next
    part.emit(isFloating ? 'enterpictureinpicture' : 'leavepictureinpicture')
  })
  watching.observe(part.element)
  return () => {
    watching.disconnect()
  }
}

/** One address being played, with the reconnects that the player does by itself. */
class Round {
  readonly #part: Part
  readonly #video: HTMLVideoElement
  readonly #source: string
  #player: mpegts.Player | null = null
  #timer = 0
  #tries = 0
  #hasPicture = false
  readonly #listeners = new AbortController()

  constructor(part: Part, video: HTMLVideoElement, source: string) {
    this.#part = part
    this.#video = video
    this.#source = source
    const { signal } = this.#listeners
    video.addEventListener('loadeddata', () => this.#tell('firstFrame'), { signal })
    video.addEventListener('playing', () => this.#playing(), { signal })
    video.addEventListener('waiting', () => this.#hasPicture && this.#tell('loading'), { signal })
    this.#connect()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#listeners.abort()
    this.#player?.destroy()
    this.#player = null
  }

  #connect(): void {
    this.#player?.destroy()
    this.#hasPicture = false
    const player = mpegts.createPlayer({ type: 'flv', isLive: true, url: this.#source })
    this.#player = player
    player.on(mpegts.Events.MEDIA_INFO, () => {
      this.#tell('connected')
      this.#tell('pulling')
    })
    player.on(mpegts.Events.ERROR, (_kind: string, detail: string) => {
      this.#fail(detail === mpegts.ErrorDetails.NETWORK_STATUS_CODE_INVALID ? 'cannotConnect' : 'readFailed')
    })
    player.on(mpegts.Events.LOADING_COMPLETE, () => this.#fail('readFailed'))
    player.on(SEI_ARRIVED, (message: unknown) => this.#tellMessage(message))
    player.attachMediaElement(this.#video)
    player.load()
    // refused when the page has gone meanwhile: then nobody wants to see it
    void Promise.resolve(player.play()).catch(() => undefined)
  }

  #playing(): void {
    this.#hasPicture = true
    this.#tries = 0
    this.#tell('playing')
  }

  #fail(how: News): void {
    if (this.#player === null) return
    this.#tell(how)
    this.#player.destroy()
    this.#player = null
    if (this.#tries >= TRIES) {
      this.#tell('gaveUp')
      return
    }
    this.#tries += 1
    this.#tell('reconnecting')
    this.#timer = window.setTimeout(() => {
      this.#connect()
    }, RETRY_MS)
  }

  /** A text that came with a picture; the library tells it as it is read, so it waits for its picture. */
  #tellMessage(message: unknown): void {
    if (this.#part.get('enableRecvMessage') !== true) return
    const { user_data, pts } = message as { readonly user_data: Uint8Array; readonly pts: number }
    const text = new TextDecoder().decode(user_data)
    const { signal } = this.#listeners
    const timer = setTimeout(
      () => this.#part.emit('statechange', { code: CODES.message, message: text }),
      Math.max(0, pts - this.#video.currentTime * 1000),
    )
    signal.addEventListener('abort', () => clearTimeout(timer))
  }

  #tell(news: News): void {
    this.#part.emit('statechange', { code: CODES[news], message: news })
  }
}
