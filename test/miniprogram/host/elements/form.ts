import { askControl } from './label'
import type { Part, SetUp } from './part'

const SUBMITTED = { submit: 'host-submit', reset: 'host-reset' } as const
const CHOICE = 'host-choice'
/** A button or a radio may have a name too, and is no field of its form. */
const FIELDS = ['input', 'textarea', 'switch', 'radio-group', 'checkbox-group']
const NAMED = FIELDS.map((tag) => `wx-${tag}[name]`).join()

export const form: SetUp = (part) => {
  const { element } = part
  element.addEventListener(SUBMITTED.submit, () => {
    const fields = [...element.querySelectorAll<HTMLElement>(NAMED)]
    part.emit('submit', {
      value: Object.fromEntries(fields.map((field) => [field.getAttribute('name') ?? '', valueOf(field)])),
    })
  })
  element.addEventListener(SUBMITTED.reset, () => {
    for (const box of element.querySelectorAll<HTMLInputElement>('input,textarea')) box.value = ''
    for (const chosen of element.querySelectorAll('[checked]')) chosen.removeAttribute('checked')
    part.emit('reset')
  })
}

function valueOf(field: HTMLElement): unknown {
  switch (field.localName) {
    case 'wx-switch':
      return field.hasAttribute('checked')
    case 'wx-radio-group':
      return chosenIn(field)[0] ?? ''
    case 'wx-checkbox-group':
      return chosenIn(field)
    default:
      return field.querySelector<HTMLInputElement>('input,textarea')?.value ?? ''
  }
}

const chosenIn = (group: HTMLElement): readonly string[] =>
  [...group.querySelectorAll('[checked]')].map((one) => one.getAttribute('value') ?? '')

/** What a button inside a form does to it. */
export const askForm = (from: HTMLElement, kind: string): void => {
  if (kind === 'submit' || kind === 'reset')
    from.closest('wx-form')?.dispatchEvent(new CustomEvent(SUBMITTED[kind]))
}

/** A tap on a control, or on the label that stands for it. */
function onChosen(part: Part, act: () => void): void {
  const actIfMay = (): void => {
    if (part.get('disabled') !== true) act()
  }
  part.onTap(actIfMay)
  part.element.addEventListener(askControl, actIfMay)
}

export const toggle: SetUp = (part) => {
  const { element } = part
  onChosen(part, () => {
    const isOn = element.toggleAttribute('checked')
    part.emit('change', { value: isOn })
  })
}

/** checkbox and radio tell their group, which tells the app. */
export const choice: SetUp = (part) => {
  const { element } = part
  onChosen(part, () => {
    const isRadio = element.localName === 'wx-radio'
    const group = element.closest('wx-radio-group,wx-checkbox-group')
    if (isRadio)
      for (const other of group?.querySelectorAll('wx-radio') ?? []) other.removeAttribute('checked')
    element.toggleAttribute('checked', isRadio || !element.hasAttribute('checked'))
    group?.dispatchEvent(new CustomEvent(CHOICE))
  })
}

export const choiceGroup: SetUp = (part) => {
  const { element } = part
  element.addEventListener(CHOICE, () => {
    part.emit('change', { value: valueOf(element) })
  })
}
