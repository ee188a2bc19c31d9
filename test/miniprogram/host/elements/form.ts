import type { SetUp } from './part'

/** Named fields write their value here, and the form around them reads it. */
const VALUE = 'fieldValue'
const SUBMITTED = { submit: 'host-submit', reset: 'host-reset' } as const

export const form: SetUp = (part) => {
  const { element } = part
  const named = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[name]')]
  const valueOf = (node: HTMLElement): unknown => {
    const box = node.querySelector<HTMLInputElement>('input,textarea')
    return box?.value ?? JSON.parse(node.dataset[VALUE] ?? 'null')
  }
  element.addEventListener(SUBMITTED.submit, () => {
    const value = Object.fromEntries(named().map((node) => [node.getAttribute('name') ?? '', valueOf(node)]))
    part.emit('submit', { value })
  })
  element.addEventListener(SUBMITTED.reset, () => {
    for (const box of element.querySelectorAll<HTMLInputElement>('input,textarea')) box.value = ''
    part.emit('reset')
  })
}

/** What a button inside a form does to it. */
export const askForm = (from: HTMLElement, kind: string): void => {
  if (kind === 'submit' || kind === 'reset')
    from.closest('wx-form')?.dispatchEvent(new CustomEvent(SUBMITTED[kind]))
}

export const toggle: SetUp = (part) => {
  const { element } = part
  let isOn = false
  const set = (next: boolean): void => {
    isOn = next
    element.toggleAttribute('checked', isOn)
    element.dataset[VALUE] = JSON.stringify(isOn)
  }
  part.on('checked', (value) => {
    set(value === true)
  })
  part.onTap(() => {
    if (part.get('disabled') === true) return
    set(!isOn)
    part.emit('change', { value: isOn })
  })
}

/** checkbox and radio tell their group, which tells the app. */
export const choice: SetUp = (part) => {
  const { element } = part
  part.on('checked', (value) => {
    element.toggleAttribute('checked', value === true)
  })
  part.onTap(() => {
    if (part.get('disabled') === true) return
    const isRadio = element.localName === 'wx-radio'
    const group = element.closest('wx-radio-group,wx-checkbox-group')
    if (isRadio)
      for (const other of group?.querySelectorAll('wx-radio') ?? []) other.removeAttribute('checked')
    element.toggleAttribute('checked', isRadio || !element.hasAttribute('checked'))
    group?.dispatchEvent(new CustomEvent('host-choice'))
  })
}

export const choiceGroup: SetUp = (part) => {
  const { element } = part
  element.addEventListener('host-choice', () => {
    const chosen = [...element.querySelectorAll('[checked]')].map((one) => one.getAttribute('value') ?? '')
    const value = element.localName === 'wx-radio-group' ? (chosen[0] ?? '') : chosen
    element.dataset[VALUE] = JSON.stringify(value)
    part.emit('change', { value })
  })
}
