import Hls from 'hls.js/dist/hls.light.mjs'
import { asNumber, asText, insert, type SetUp } from './part'

/** `<video>` of both hosts; Alipay plays live HLS with it. */
export const video: SetUp = (part) => {
  const screen = insert(part, 'video')
  screen.playsInline = true
  let hls: Hls | null = null
  const stop = (): void => {
    hls?.destroy()
    hls = null
  }
  part.on('muted', (value) => {
    screen.muted = value === true
  })
  part.on('objectFit', (value) => {
    screen.style.objectFit = asText(value) || 'contain'
  })
  part.on('poster', (value) => {
    screen.poster = asText(value)
  })
  const start = (): void => {
    stop()
    const source = asText(part.get('src'))
    if (source === '') return
    if (/\.m3u8(\?|$)/.test(source))
      hls = openHls(screen, source, () => part.emit('error', { errMsg: 'MEDIA_ERR' }))
    else screen.src = source
    // a page that is being closed refuses: nobody is there to be told
    if (part.get('autoplay') === true) void screen.play().catch(() => undefined)
  }
  part.on('src', start)
  part.on('autoplay', start)
  for (const event of ['play', 'pause', 'ended', 'error', 'waiting'])
    screen.addEventListener(event, () => {
      part.emit(event)
    })
  // Alipay's word for it
  screen.addEventListener('waiting', () => {
    part.emit('loading')
  })
  screen.addEventListener('loadedmetadata', () => {
    part.emit('loadedmetadata', { width: screen.videoWidth, height: screen.videoHeight })
    const first = asNumber(part.get('initialTime'), 0)
    if (first > 0) screen.currentTime = first
  })
  screen.addEventListener('timeupdate', () => {
    part.emit('timeupdate', { currentTime: screen.currentTime, duration: screen.duration })
  })
  part.onGone(stop)
}

function openHls(screen: HTMLVideoElement, source: string, onFatal: () => void): Hls {
  const hls = new Hls({ lowLatencyMode: false })
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (fatal) onFatal()
  })
  hls.loadSource(source)
  hls.attachMedia(screen)
  return hls
}
