/** The built-in tags that the host plays; a template that uses another one is a problem that fails the test. */
export const builtInTags = [
  'view',
  'text',
  'image',
  'button',
  'input',
  'textarea',
  'scroll-view',
  'swiper',
  'swiper-item',
  'form',
  'label',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'slider',
  'video',
  'live-player',
  'canvas',
  'contact-button',
] as const

export type BuiltInTag = (typeof builtInTags)[number]

export const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
