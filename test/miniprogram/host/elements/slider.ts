import { asNumber, insert, type SetUp } from './part'

const limits = { min: 0, max: 100, step: 1 } as const

/** Tells while it is dragged and once when it is let go, as both hosts do. */
export const slider: SetUp = (part) => {
  const bar = insert(part, 'input')
  bar.type = 'range'
  // a value is cut to the limits that it finds, and the template may tell them later
  const show = (): void => {
    bar.value = String(asNumber(part.get('value'), 0))
  }
  for (const [limit, otherwise] of Object.entries(limits))
    part.on(limit, (value) => {
      bar.setAttribute(limit, String(asNumber(value, otherwise)))
      show()
    })
  part.on('value', show)
  part.on('disabled', (value) => {
    bar.disabled = value === true
  })
  const tell = (event: 'changing' | 'change') => (): void => {
    part.emit(event, { value: Number(bar.value) })
  }
  bar.addEventListener('input', tell('changing'))
  bar.addEventListener('change', tell('change'))
}
