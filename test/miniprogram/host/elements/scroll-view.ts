import { asNumber, asText, type Part, type SetUp } from './part'

const DEFAULT_THRESHOLD_PX = 50

export const scrollView: SetUp = (part) => {
  const { element } = part
  part.on('scrollX', (value) => {
    element.style.overflowX = value === true ? 'auto' : 'hidden'
  })
  part.on('scrollY', (value) => {
    element.style.overflowY = value === true ? 'auto' : 'hidden'
  })
  part.on('showScrollbar', (value) => {
    element.style.scrollbarWidth = value === false ? 'none' : 'auto'
  })
  part.on('scrollTop', (value) => {
    if (value === undefined || value === '' || value === null) return
    requestAnimationFrame(() => {
      element.scrollTop = asNumber(value, 0)
    })
  })
  part.on('scrollIntoView', (value) => {
    const id = asText(value)
    if (id === '') return
    requestAnimationFrame(() => element.querySelector(`[id$="--${CSS.escape(id)}"]`)?.scrollIntoView())
  })
  tellScrolling(part)
}

function tellScrolling(part: Part): void {
  const { element } = part
  let top = 0
  let isNearEnd = false
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
    const deltaY = top - scrollTop
    top = scrollTop
    part.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY })
    const left = scrollHeight - scrollTop - clientHeight
    const isNear = left <= asNumber(part.get('lowerThreshold'), DEFAULT_THRESHOLD_PX)
    if (isNear && !isNearEnd) part.emit('scrolltolower', { direction: 'bottom' })
    if (deltaY > 0 && scrollTop <= asNumber(part.get('upperThreshold'), DEFAULT_THRESHOLD_PX))
      part.emit('scrolltoupper', { direction: 'top' })
    isNearEnd = isNear
  })
}
