/** One element of the host under its component: what a built-in tag is told and what it tells. */
export interface Part {
  readonly element: HTMLElement
  get(property: string): unknown
  /** Called with every value that the template gives to a property. */
  on(property: string, take: (value: unknown) => void): void
  emit(event: string, detail?: object): void
  /** Called with the innermost element that was tapped. */
  onTap(act: (tapped: HTMLElement) => void): void
  /** Keeps taps from everybody while it says so. */
  refuseTaps(isRefusing: () => boolean): void
  /** The `data-` attributes that the template gives. */
  dataset(): object
  onGone(clean: () => void): void
}

export type SetUp = (part: Part) => void

/** Puts a real element in front of what the template puts into the tag. */
export function insert<K extends keyof HTMLElementTagNameMap>(
  { element }: Part,
  tag: K,
): HTMLElementTagNameMap[K] {
  return element.insertBefore(document.createElement(tag), element.firstChild)
}

export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const asNumber = (value: unknown, otherwise: number): number => {
  const number = Number(value)
  return value === '' || value === null || value === undefined || Number.isNaN(number) ? otherwise : number
}
