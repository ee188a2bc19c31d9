import type { ComponentType } from 'react'
import type { Result } from '@/domain/result'

/** What drawing needs of a canvas: the same words on every host. */
export interface PosterContext {
  fillStyle: string
  font: string
  textBaseline: 'top' | 'middle'
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
  drawImage(
    picture: never,
    ...from: readonly [number, number, number, number, number, number, number, number]
  ): void
  save(): void
  restore(): void
  beginPath(): void
  arc(x: number, y: number, radius: number, start: number, end: number): void
  clip(): void
}

export interface PosterPicture {
  readonly width: number
  readonly height: number
  /** What the canvas it belongs to draws. */
  readonly image: never
}

/** `denied`: the person, or their phone, lets nobody into the album; offer the settings. */
export type KeepFailure = 'cancelled' | 'denied' | 'failed'

export interface PosterSurface {
  readonly context: PosterContext
  /** Null when it does not come. */
  loadPicture(url: string): Promise<PosterPicture | null>
  /** Puts what is drawn where the person keeps pictures: the album of a phone, the downloads of a browser. */
  keep(name: string): Promise<Result<null, KeepFailure>>
}

export interface PosterCanvasProps {
  /** Of the picture; on the screen it is as large as its class says. */
  readonly widthPx: number
  readonly heightPx: number
  readonly className: string
  /** Once; null when this host draws nothing. */
  readonly onReady: (surface: PosterSurface | null) => void
}

export type PosterCanvas = ComponentType<PosterCanvasProps>
