import { askControl } from './label'
import { asNumber, asText, insert, type SetUp } from './part'

type Box = HTMLInputElement | HTMLTextAreaElement

/** input and textarea: the value is the app's; what a person types is told and stays until the app says otherwise. */
const field =
  (tag: 'input' | 'textarea'): SetUp =>
  (part) => {
    const box: Box = insert(part, tag)
    part.on('value', (value) => {
      if (box.value !== asText(value)) box.value = asText(value)
    })
    part.on('placeholder', (value) => {
      box.placeholder = asText(value)
    })
    part.on('placeholderClass', (value) => {
      box.dataset.placeholderClass = asText(value)
    })
    part.on('disabled', (value) => {
      box.disabled = value === true
    })
    part.on('maxlength', (value) => {
      const most = asNumber(value, -1)
      if (most > 0) box.maxLength = most
    })
    part.on('focus', (value) => {
      if (value === true) box.focus()
    })
    part.on('ariaLabel', (value) => {
      box.setAttribute('aria-label', asText(value))
    })
    if (box instanceof HTMLInputElement) {
      part.on('type', (value) => {
        box.inputMode = value === 'number' ? 'numeric' : value === 'digit' ? 'decimal' : 'text'
      })
      part.on('password', (value) => {
        box.type = value === true ? 'password' : 'text'
      })
    }
    part.element.addEventListener(askControl, () => {
      box.focus()
    })
    const detail = () => ({ value: box.value, cursor: box.selectionStart ?? 0 })
    box.addEventListener('input', () => {
      part.emit('input', { ...detail(), keyCode: 0 })
    })
    box.addEventListener('focus', () => {
      part.emit('focus', { value: box.value, height: 0 })
    })
    box.addEventListener('blur', () => {
      part.emit('blur', detail())
    })
    box.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || tag === 'textarea') return
      part.emit('confirm', { value: box.value })
      if (part.get('confirmHold') !== true) box.blur()
    })
  }

export const input = field('input')
export const textarea = field('textarea')
