import { useEffect, useRef } from 'react'
import { err, ok } from '@/domain/result'
import type { PosterCanvas as PosterCanvasPort, PosterPicture, PosterSurface } from '../ports/poster-canvas'

/** Browsers read the address some time after the click, so it is given up later. */
const KEPT_MS = 60_000

function loadPicture(url: string): Promise<PosterPicture | null> {
  return new Promise((resolve) => {
    const image = new Image()
    // a picture of another origin would close the canvas to us, unless that origin says otherwise
    image.crossOrigin = 'anonymous'
    image.onload = () =>
      resolve({ width: image.naturalWidth, height: image.naturalHeight, image: image as never })
    image.onerror = () => resolve(null)
    image.src = url
  })
}

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))

async function download(canvas: HTMLCanvasElement, name: string): ReturnType<PosterSurface['keep']> {
  const blob = await blobOf(canvas)
  if (blob === null) return err('failed')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, KEPT_MS)
  return ok(null)
}

export const PosterCanvas: PosterCanvasPort = ({ widthPx, heightPx, className, onReady }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    onReady(
      element && context
        ? { context: context as never, loadPicture, keep: (name) => download(element, name) }
        : null,
    )
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a canvas is ready once
  }, [])
  return <canvas ref={canvas} width={widthPx} height={heightPx} className={className} />
}
