import { packageUrl } from '../package-url'
import { asText, insert, type SetUp } from './part'

const FITS: Readonly<Record<string, string>> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  scaleToFill: 'fill',
  center: 'none',
}

export const image: SetUp = (part) => {
  const picture = insert(part, 'img')
  picture.alt = ''
  part.on('mode', (value) => {
    const mode = asText(value)
    picture.style.objectFit = FITS[mode] ?? 'fill'
    if (mode !== 'widthFix') return
    picture.style.height = 'auto'
    part.element.style.height = 'auto'
  })
  part.on('lazyLoad', (value) => {
    picture.loading = value === true ? 'lazy' : 'eager'
  })
  part.on('src', (value) => {
    const source = asText(value)
    if (source === '') picture.removeAttribute('src')
    else picture.src = packageUrl(source)
  })
  picture.addEventListener('load', () => {
    part.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
  })
  picture.addEventListener('error', () => {
    part.emit('error', { errMsg: `load of ${picture.src} failed` })
  })
}

/** However many pixels it has, it is as large as its tag. */
export const canvas: SetUp = (part) => {
  const drawn = insert(part, 'canvas')
  drawn.style.display = 'block'
  drawn.style.width = '100%'
  drawn.style.height = '100%'
}
