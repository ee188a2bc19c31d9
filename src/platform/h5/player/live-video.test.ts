import { show } from '../../../../test/builders/screen'
import type { Screen } from '../../../../test/builders/screen'
import type { LiveVideoProps, PlayerState } from '../../ports/player'
import { pictureShown } from '../picture-first'
import { LiveVideo } from './live-video'

const players: {
  url: string
  handlers: Map<string, (...details: unknown[]) => void>
  isDestroyed: boolean
}[] = []

jest.mock('mpegts.js', () => ({
  __esModule: true,
  default: {
    LoggingControl: {},
    Events: { ERROR: 'error', LOADING_COMPLETE: 'complete' },
    createPlayer: ({ url }: { url: string }) => {
      const player = { url, handlers: new Map(), isDestroyed: false }
      players.push(player)
      return {
        on: (event: string, handler: () => void) => player.handlers.set(event, handler),
        attachMediaElement: () => undefined,
        load: () => undefined,
        destroy: () => void (player.isDestroyed = true),
      }
    },
  },
}))

const sourcesOf = (stream: string, mark: string) => ({
  flv: `http://x/live/${stream}.flv?${mark}`,
  hls: `http://x/live/${stream}.m3u8?${mark}`,
})

describe('LiveVideo in a browser', () => {
  let screen: Screen<LiveVideoProps> | null
  let states: PlayerState[]
  let play: jest.SpyInstance
  let clock: () => number | null

  const open = async (props: Partial<LiveVideoProps> = {}) => {
    screen = await show<LiveVideoProps>(LiveVideo, {
      sources: sourcesOf('one', 'a'),
      muted: true,
      onState: (state) => states.push(state),
      refreshSources: async () => sourcesOf('one', 'fresh'),
      onClock: (given) => (clock = given),
      ...props,
    })
  }
  const video = () => document.getElementsByTagName('video')[0] ?? document.createElement('video')

  beforeEach(() => {
    Object.assign(window, { MediaSource: Object })
    players.length = 0
    states = []
    play = jest.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  })
  afterEach(() => {
    screen?.close()
    jest.restoreAllMocks()
  })

  it('plays FLV and reports the first picture', async () => {
    await open({ poster: 'cover.jpg' })
    expect(players.map(({ url }) => url)).toEqual(['http://x/live/one.flv?a'])
    expect([play.mock.calls.length, video().poster]).toEqual([1, 'http://localhost/cover.jpg'])
    video().dispatchEvent(new Event('timeupdate'))
    expect(states).toEqual(['loading', 'playing'])
  })

  it('has the network to itself until it shows a picture', async () => {
    const waiting = jest.fn()
    await open()
    void pictureShown().then(waiting)
    await screen?.settle()
    expect(waiting).not.toHaveBeenCalled()
    video().dispatchEvent(new Event('timeupdate'))
    await screen?.settle()
    expect(waiting).toHaveBeenCalledTimes(1)
  })

  it('keeps playing when only the signature is new, and changes with the stream', async () => {
    await open()
    await screen?.setProps({ sources: sourcesOf('one', 'b') })
    expect(players).toHaveLength(1)
    await screen?.setProps({ sources: sourcesOf('two', 'c') })
    expect(players.map(({ url, isDestroyed }) => [url, isDestroyed])).toEqual([
      ['http://x/live/one.flv?a', true],
      ['http://x/live/two.flv?c', false],
    ])
  })

  it('tells the server time of the picture', async () => {
    await open()
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const message = { uuid: bytes('livestall-clock1'), user_data: bytes('{"t":5000}'), pts: 1000 }
    players[0]?.handlers.get('sei_arrived')?.(message)
    expect(clock()).toBeNull()
    video().dispatchEvent(new Event('timeupdate'))
    expect(clock()).toBe(4000)
  })

  it('follows the sound switch', async () => {
    await open()
    expect(video().muted).toBe(true)
    await screen?.setProps({ muted: false })
    expect(video().muted).toBe(false)
  })

  it('starts without sound where the browser refuses it, and says so', async () => {
    play.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'))
    const onSoundBlocked = jest.fn()
    await open({ muted: false, onSoundBlocked })
    expect([video().muted, onSoundBlocked.mock.calls.length, play.mock.calls.length]).toEqual([true, 1, 2])
  })

  it('takes no offence when the source changes before it played', async () => {
    play.mockRejectedValueOnce(new DOMException('', 'AbortError'))
    const onSoundBlocked = jest.fn()
    await open({ onSoundBlocked })
    expect(onSoundBlocked).not.toHaveBeenCalled()
  })

  it('reports a lost connection', async () => {
    await open()
    players[0]?.handlers.get('error')?.()
    expect(states).toEqual(['loading', 'retrying'])
  })

  it('ends its connection with itself', async () => {
    await open()
    screen?.close()
    screen = null
    expect(players[0]?.isDestroyed).toBe(true)
  })
})
