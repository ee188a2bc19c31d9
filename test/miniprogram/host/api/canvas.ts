import { ownId } from '../own-id'
import type { Api, HostParts } from '../world'
import { type MakePlayable, Refusal, text } from './playable'

/** Alipay's number for an album that the person keeps to themselves. */
const DENIED = 2001

/** A `<canvas type="2d">` as the hosts hand it to the app. */
interface Handed {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
  createImage(): HTMLImageElement
}
const drawnBy = new WeakMap<object, HTMLCanvasElement>()

function hand(canvas: HTMLCanvasElement): Handed {
  const handed: Handed = {
    get width() {
      return canvas.width
    },
    set width(width) {
      canvas.width = width
    },
    get height() {
      return canvas.height
    },
    set height(height) {
      canvas.height = height
    },
    getContext: (kind) => canvas.getContext(kind),
    createImage: () => new Image(),
  }
  drawnBy.set(handed, canvas)
  return handed
}

/** The canvas with this id, or null where there is none. */
export function canvasNode(selector: string): { readonly node: object } | null {
  const tags = [...document.querySelectorAll('wx-canvas')]
  const tag = tags.find((one) => `#${ownId(one.id)}` === selector)
  const canvas = tag?.querySelector('canvas')
  return canvas ? { node: hand(canvas) } : null
}

/** A picture out of a canvas, and into the person's album. */
export function canvasApi({ world }: HostParts, playable: MakePlayable): Api {
  const files = new Map<string, string>()
  return {
    canvasToTempFilePath: playable('canvasToTempFilePath', ({ canvas }) => {
      const drawn = typeof canvas === 'object' && canvas !== null ? drawnBy.get(canvas) : undefined
      if (drawn === undefined) throw new Refusal('canvas content or format wrong!')
      const path = `http://tmp/canvas-${files.size}.png`
      files.set(path, drawn.toDataURL('image/png'))
      return { tempFilePath: path, apFilePath: path }
    }),
    saveImageToPhotosAlbum: playable('saveImageToPhotosAlbum', (options) => {
      if (world.denied.has('saveImageToPhotosAlbum')) throw new Refusal('auth deny', DENIED)
      const picture = files.get(text(options, 'filePath'))
      if (picture === undefined) throw new Refusal('no such file')
      world.album.push(picture)
      return {}
    }),
  }
}
