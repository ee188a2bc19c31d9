import { encodeQr } from '@/domain/qr-code'
import type { PosterContext, PosterPicture, PosterSurface } from '@/platform/ports/poster-canvas'

/** What stands on a poster, in words and addresses. */
export interface PosterContent {
  readonly title: string
  readonly shopName: string
  readonly coverUrl: string
  readonly logoUrl: string
  /** What is explained now. */
  readonly product: { readonly name: string; readonly price: string; readonly pictureUrl: string } | null
  /** `正在直播`, or when it begins. */
  readonly when: string
  readonly scan: string
  /** What the code opens. */
  readonly link: string
  /** The host's own code, which takes the place of the link's. */
  readonly codeUrl: string | null
}

export const POSTER = { widthPx: 750, heightPx: 1250 } as const

const MARGIN = 40
const COVER_HEIGHT = 750
const CODE_SIZE = 272
const CODE_TOP = POSTER.heightPx - CODE_SIZE - 36
const TEXT_WIDTH = POSTER.widthPx - MARGIN * 3 - CODE_SIZE
const INK = '#16181d'
const SOFT = '#6b7180'
const BRAND = '#df1f2d'
const font = (px: number, weight = 400): string => `${weight} ${px}px sans-serif`

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Draws the poster. False when its code cannot be read, which is what a poster is for; a picture that does not come
 * leaves its place grey.
 */
export async function drawPoster(surface: PosterSurface, content: PosterContent): Promise<boolean> {
  const { context } = surface
  const load = async (url: string | null): Promise<PosterPicture | null> =>
    url === null ? null : surface.loadPicture(url)
  const [cover, logo, product, code] = await Promise.all([
    load(content.coverUrl),
    load(content.logoUrl),
    load(content.product?.pictureUrl ?? null),
    load(content.codeUrl),
  ])
  fill(context, '#ffffff', { x: 0, y: 0, width: POSTER.widthPx, height: POSTER.heightPx })
  drawPicture(context, cover, { x: 0, y: 0, width: POSTER.widthPx, height: COVER_HEIGHT })
  context.textBaseline = 'top'
  drawHead(context, content, logo)
  if (content.product !== null) drawProduct(context, content.product, product)
  drawWords(context, content)
  return drawCode(context, content, code)
}

function drawHead(context: PosterContext, content: PosterContent, logo: Drawn): void {
  const y = COVER_HEIGHT + 32
  write(context, content.title, {
    x: MARGIN,
    y,
    width: POSTER.widthPx - MARGIN * 2,
    px: 44,
    lines: 1,
    weight: 700,
  })
  context.save()
  context.beginPath()
  context.arc(MARGIN + 28, y + 100, 28, 0, Math.PI * 2)
  context.clip()
  drawPicture(context, logo, { x: MARGIN, y: y + 72, width: 56, height: 56 })
  context.restore()
  const x = MARGIN + 76
  write(context, content.shopName, {
    x,
    y: y + 84,
    width: POSTER.widthPx - x - MARGIN,
    px: 30,
    lines: 1,
    ink: SOFT,
  })
}

function drawProduct(
  context: PosterContext,
  { name, price }: NonNullable<PosterContent['product']>,
  picture: Drawn,
): void {
  const y = CODE_TOP + 8
  drawPicture(context, picture, { x: MARGIN, y, width: 136, height: 136 })
  const x = MARGIN + 156
  const width = TEXT_WIDTH - 156
  write(context, name, { x, y, width, px: 28, lines: 2 })
  write(context, price, { x, y: y + 88, width, px: 44, lines: 1, ink: BRAND, weight: 700 })
}

function drawWords(context: PosterContext, { when, scan }: PosterContent): void {
  const y = POSTER.heightPx - 36 - 88
  write(context, when, { x: MARGIN, y, width: TEXT_WIDTH, px: 30, lines: 1, ink: BRAND, weight: 600 })
  write(context, scan, { x: MARGIN, y: y + 48, width: TEXT_WIDTH, px: 26, lines: 1, ink: SOFT })
}

function drawCode(context: PosterContext, { link }: PosterContent, code: Drawn): boolean {
  const box = { x: POSTER.widthPx - MARGIN - CODE_SIZE, y: CODE_TOP, width: CODE_SIZE, height: CODE_SIZE }
  if (code) {
    drawPicture(context, code, box)
    return true
  }
  const modules = encodeQr(link)
  if (modules === null) return false
  // whole pixels: a module that ends between two of them is grey at its edge
  const px = Math.floor(CODE_SIZE / modules.length)
  const left = box.x + CODE_SIZE - px * modules.length
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) fill(context, '#000000', { x: left + x * px, y: box.y + y * px, width: px, height: px })
    })
  })
  return true
}

type Drawn = PosterPicture | null

function fill(context: PosterContext, colour: string, { x, y, width, height }: Box): void {
  context.fillStyle = colour
  context.fillRect(x, y, width, height)
}

/** Covers the box, and cuts off what is too much on either side. */
function drawPicture(context: PosterContext, picture: Drawn, box: Box): void {
  if (!picture) {
    fill(context, '#e9ebef', box)
    return
  }
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const [width, height] = [box.width / scale, box.height / scale]
  const [x, y] = [(picture.width - width) / 2, (picture.height - height) / 2]
  context.drawImage(picture.image, x, y, width, height, box.x, box.y, box.width, box.height)
}

interface Writing {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly px: number
  readonly lines: 1 | 2
  readonly ink?: string
  readonly weight?: number
}

function write(context: PosterContext, text: string, { ink = INK, weight = 400, ...place }: Writing): void {
  context.fillStyle = ink
  context.font = font(place.px, weight)
  const fits = (line: string): boolean => context.measureText(line).width <= place.width
  linesOf(text, place.lines, fits).forEach((line, index) => {
    context.fillText(line, place.x, place.y + index * Math.round(place.px * 1.35))
  })
}

/** As many lines as there may be; the last ends in … when more would follow. */
export function linesOf(text: string, most: number, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (fits(line + character)) {
      line += character
      continue
    }
    if (lines.length + 1 === most) return [...lines, shortened(line, fits)]
    lines.push(line)
    line = character
  }
  return [...lines, line]
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let kept = [...line]
  while (kept.length > 0 && !fits(`${kept.join('')}…`)) kept = kept.slice(0, -1)
  return `${kept.join('')}…`
}
