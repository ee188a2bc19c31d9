import Taro from '@tarojs/taro'
import { Canvas } from '@tarojs/components'
import { useEffect } from 'react'
import { err, ok } from '@/domain/result'
import { absoluteUrl } from '../absolute-url'
import type {
  PosterCanvas as PosterCanvasPort,
  PosterCanvasProps,
  PosterContext,
  PosterPicture,
  PosterSurface,
} from '../ports/poster-canvas'
import { pickFailure } from './file-picker'

interface HostImage {
  readonly width: number
  readonly height: number
  onload: (() => void) | null
  onerror: (() => void) | null
  src: string
}
/** A canvas of `type="2d"` as both hosts hand it out. */
interface HostCanvas {
  width: number
  height: number
  getContext(kind: '2d'): PosterContext | null
  createImage(): HostImage
}

const ID = 'poster-canvas'
/** The native canvas comes some time after its tag; neither host says when in words that both share. */
const LOOK_MS = 100
const LOOKS = 20

const findCanvas = (): Promise<HostCanvas | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .node((found) => {
        // the type is what the hosts' documents say; where there is no such tag yet, they answer with null
        const { node } = Object(found) as { readonly node?: HostCanvas }
        resolve(node ?? null)
      })
      .exec()
  })

async function awaitCanvas(): Promise<HostCanvas | null> {
  for (let turn = 0; turn < LOOKS; turn += 1) {
    const canvas = await findCanvas()
    if (canvas !== null) return canvas
    await new Promise<void>((resolve) => setTimeout(() => resolve(), LOOK_MS))
  }
  return null
}

function loadPicture(canvas: HostCanvas, url: string): Promise<PosterPicture | null> {
  return new Promise((resolve) => {
    const image = canvas.createImage()
    image.onload = () => resolve({ width: image.width, height: image.height, image: image as never })
    image.onerror = () => resolve(null)
    image.src = absoluteUrl(url)
  })
}

async function putIntoAlbum(
  canvas: HostCanvas,
  { widthPx: width, heightPx: height }: PosterCanvasProps,
): ReturnType<PosterSurface['keep']> {
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      // Taro describes the older kind of canvas only
      canvas: canvas as never,
      x: 0,
      y: 0,
      width,
      height,
      destWidth: width,
      destHeight: height,
      fileType: 'png',
    })
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return ok(null)
  } catch (error) {
    const failure = pickFailure(error)
    return err(failure === 'denied' || failure === 'cancelled' ? failure : 'failed')
  }
}

function surfaceOf(canvas: HostCanvas, props: PosterCanvasProps): PosterSurface | null {
  canvas.width = props.widthPx
  canvas.height = props.heightPx
  const context = canvas.getContext('2d')
  return (
    context && {
      context,
      loadPicture: (url) => loadPicture(canvas, url),
      keep: () => putIntoAlbum(canvas, props),
    }
  )
}

export const PosterCanvas: PosterCanvasPort = (props) => {
  useEffect(() => {
    const stay = { isOver: false }
    void awaitCanvas().then((canvas) => {
      if (!stay.isOver) props.onReady(canvas && surfaceOf(canvas, props))
    })
    return () => {
      stay.isOver = true
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a canvas is ready once
  }, [])
  return <Canvas type="2d" id={ID} className={props.className} />
}
