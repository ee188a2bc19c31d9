import type * as React from 'react'
import { err, ok } from '@/domain/result'
import { toFen } from '@/domain/money'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import type { PosterCanvasProps, PosterContext, PosterSurface } from '@/platform/ports/poster-canvas'
import { Page } from '@/ui'
import { data, host, lost } from '../../../test/builders/fake-host'
import { productIdOf, roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { linesOf } from './poster/draw-poster'
import { ShareSheet, type ShareSheetProps } from './share-sheet'
import { cardOf } from './use-room-share'

const mockSurface: { current: PosterSurface | null } = { current: null }
jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)
jest.mock('@/platform/poster', () => {
  const { useEffect } = jest.requireActual<typeof React>('react')
  return {
    PosterCanvas: ({ onReady }: PosterCanvasProps) => {
      useEffect(() => {
        onReady(mockSurface.current)
        // eslint-disable-next-line react-hooks/exhaustive-deps -- a canvas is ready once
      }, [])
      return null
    },
  }
})

const shared = {
  sharerToken: 'a+b',
  link: 'https://x.test/r/1?t=a',
  title: '脐橙开园',
  pictureUrl: '/cover.jpg',
}

describe('the card', () => {
  it('opens the room, and names the sharer', () => {
    expect(cardOf(roomId, shared, null)).toEqual({
      title: '脐橙开园',
      path: `/packages/live/room/index?id=${roomId}&t=a%2Bb`,
      link: shared.link,
      pictureUrl: '/cover.jpg',
    })
  })

  it('shows what is explained now', () => {
    const product = { id: productIdOf(1), name: '赣南脐橙', pictureUrl: '/orange.jpg' }
    expect(cardOf(roomId, shared, { product, title: '正在讲解 赣南脐橙' })).toMatchObject({
      title: '正在讲解 赣南脐橙',
      path: `/packages/live/room/index?id=${roomId}&t=a%2Bb&p=${productIdOf(1)}`,
      pictureUrl: '/orange.jpg',
    })
  })
})

describe('a poster’s lines', () => {
  const fits = (line: string): boolean => [...line].length <= 4
  it.each([
    ['脐橙', 1, ['脐橙']],
    ['赣南脐橙开园', 2, ['赣南脐橙', '开园']],
    ['赣南脐橙开园第一车', 2, ['赣南脐橙', '开园第…']],
    ['赣南脐橙开园', 1, ['赣南脐…']],
    ['', 1, ['']],
  ] as const)('of “%s” in %d', (text, most, lines) => {
    expect(linesOf(text, most, fits)).toEqual(lines)
  })
})

/** Remembers what was written and drawn. */
function aSurface(keep: PosterSurface['keep'] = async () => ok(null)) {
  const written: string[] = []
  const drawn: string[] = []
  const nothing = (): void => undefined
  const context: PosterContext = {
    fillStyle: '',
    font: '',
    textBaseline: 'top',
    fillRect: nothing,
    fillText: (text) => void written.push(text),
    measureText: (text) => ({ width: [...text].length * 10 }),
    drawImage: (picture) => void drawn.push(picture),
    save: nothing,
    restore: nothing,
    beginPath: nothing,
    arc: nothing,
    clip: nothing,
  }
  const loadPicture: PosterSurface['loadPicture'] = async (url) =>
    url === '/gone.jpg' ? null : { width: 10, height: 20, image: url as never }
  mockSurface.current = { context, loadPicture, keep }
  return { written, drawn }
}

const poster = {
  roomId,
  title: '脐橙开园',
  shopName: '云岭果园',
  coverUrl: '/cover.jpg',
  logoUrl: '/gone.jpg',
  when: '正在直播',
  product: { name: '赣南脐橙', price: `¥${toFen(2990) / 100}`, pictureUrl: '/orange.jpg' },
}
const card = { ...cardOf(roomId, shared, null) }
let screen: Screen<ShareSheetProps> | null = null
const onScreen = (): Screen<ShareSheetProps> => {
  if (screen === null) throw new Error('Nothing is shown')
  return screen
}
const Stand = (props: ShareSheetProps) => (
  <Page>
    <ShareSheet {...props} />
  </Page>
)
const open = async (change: Partial<ShareSheetProps> = {}): Promise<void> => {
  const share: ShareSheetProps['share'] = { action: { kind: 'button' }, card }
  screen = await show(Stand, { share, poster, onClose: jest.fn(), ...change })
  await onScreen().settle()
}
beforeEach(() => {
  host.reset()
  host.answer('rooms/share-code', () => data({ pictureUrl: null }))
  aSurface()
})
afterEach(() => {
  screen?.close()
  screen = null
})

describe('the poster', () => {
  it('tells cover, title, shop, product and price, and keeps itself once for two taps', async () => {
    const keep = jest.fn(async () => ok(null))
    const { written, drawn } = aSurface(keep)
    await open()
    expect(written).toEqual(['脐橙开园', '云岭果园', '赣南脐橙', '¥29.9', '正在直播', '扫码进直播间'])
    expect(drawn).toEqual(['/cover.jpg', '/orange.jpg'])
    await onScreen().tap('保存海报', 2)
    await onScreen().settle()
    expect(keep).toHaveBeenCalledTimes(1)
    expect(onScreen().text()).toContain('海报已保存')
  })

  it('carries the host’s own code where it draws one', async () => {
    host.answer('rooms/share-code', () => data({ pictureUrl: '/media/code.png' }))
    const { drawn } = aSurface()
    await open()
    expect(drawn).toContain('/media/code.png')
  })

  it('is drawn with the link’s code when nobody tells of another', async () => {
    host.answer('rooms/share-code', () => lost('unreadable'))
    await open()
    expect(onScreen().isOff('保存海报')).toBe(false)
  })

  it.each([
    ['this host draws nothing', () => (mockSurface.current = null), shared.link],
    ['the link is too long for a code', () => undefined, `https://x.test/${'a'.repeat(700)}`],
  ])('is not there when %s, and says what else there is', async (_, arrange, link) => {
    arrange()
    await open({ share: { action: { kind: 'button' }, card: { ...card, link } } })
    expect(onScreen().text()).toContain('画不出海报')
    expect(onScreen().isOff('保存海报')).toBe(true)
  })

  it('says that the album is closed, and what went wrong otherwise', async () => {
    aSurface(async () => err('denied'))
    await open()
    await onScreen().tap('保存海报')
    await onScreen().settle()
    expect(onScreen().text()).toContain('没有相册权限')
    onScreen().close()
    aSurface(async () => err('failed'))
    await open()
    await onScreen().tap('保存海报')
    await onScreen().settle()
    expect(onScreen().text()).toContain('没能保存海报')
  })

  it('waits for the card', async () => {
    await open({ share: { action: { kind: 'button' }, card: null } })
    expect(document.querySelector('[aria-label^="海报"]')).toBeNull()
    expect(onScreen().text()).toContain('发给朋友')
  })
})

it.each([
  ['copied', '链接已复制'],
  ['failed', '没能分享'],
] as const)('says when a browser’s way came to: %s', async (outcome, words) => {
  await open({ share: { action: { kind: 'call', share: async () => outcome }, card } })
  await onScreen().tap('发给朋友')
  await onScreen().settle()
  expect(onScreen().text()).toContain(words)
})
