import { asNumber, type SetUp } from './part'

const SWIPE_PX = 30
const SETTLE_MS = 60

export const swiper: SetUp = (part) => {
  const { element } = part
  let current = 0
  let start: number | null = null
  const isVertical = (): boolean => part.get('vertical') === true
  const items = (): HTMLElement[] =>
    [...element.children].filter((child) => child.localName === 'wx-swiper-item') as HTMLElement[]
  const layOut = (): void => {
    for (const [index, item] of items().entries())
      item.style.transform = `translate${isVertical() ? 'Y' : 'X'}(${(index - current) * 100}%)`
  }
  const goTo = (wanted: number, source: '' | 'touch'): void => {
    const next = Math.max(0, Math.min(wanted, items().length - 1))
    if (next === current) return
    current = next
    layOut()
    part.emit('change', { current, currentItemId: '', source })
    setTimeout(() => {
      part.emit('animationfinish', { current, source })
    }, SETTLE_MS)
  }
  const along = (event: PointerEvent): number => (isVertical() ? event.clientY : event.clientX)

  new MutationObserver(layOut).observe(element, { childList: true })
  requestAnimationFrame(layOut)
  part.on('current', (value) => {
    goTo(asNumber(value, 0), '')
  })
  element.addEventListener('pointerdown', (event) => {
    start = along(event)
  })
  element.addEventListener('pointerup', (event) => {
    if (start !== null && Math.abs(along(event) - start) > SWIPE_PX)
      goTo(current + (along(event) < start ? 1 : -1), 'touch')
    start = null
  })
}
