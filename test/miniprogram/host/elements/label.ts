import { asText, type SetUp } from './part'

/** What a label tells the control that it stands for. */
export const askControl = 'host-ask-control'
const CONTROLS = 'wx-switch,wx-checkbox,wx-radio,wx-input,wx-textarea'

export const label: SetUp = (part) => {
  const { element } = part
  part.onTap((tapped) => {
    // the control itself has been tapped: it knows
    if (tapped.closest(CONTROLS) !== null) return
    const name = asText(part.get('for'))
    const control =
      name === ''
        ? element.querySelector(CONTROLS)
        : element.closest('wx-page')?.querySelector(`[id$="--${CSS.escape(name)}"]`)
    control?.dispatchEvent(new CustomEvent(askControl))
  })
}
