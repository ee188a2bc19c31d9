import { ownId } from '../own-id'
import { askForm } from './form'
import { asText, type Part, type SetUp } from './part'

/** What a tap does, by the button's `open-type`. */
export type Abilities = Readonly<Record<string, (part: Part) => void>>

/** What the page stack does when a button with `open-type="share"` is tapped. */
export type ShareFromButton = (from: { readonly from: 'button'; readonly target: object }) => void

export const sharing =
  (share: ShareFromButton) =>
  (part: Part): void => {
    share({
      from: 'button',
      target: { id: ownId(part.element.id), dataset: part.dataset() },
    })
  }

export const buttonThat =
  (abilities: Abilities): SetUp =>
  (part) => {
    part.refuseTaps(() => part.get('disabled') === true)
    part.onTap(() => {
      const ability = asText(part.get('openType'))
      if (ability !== '' && !(ability in abilities))
        throw new Error(`<button open-type="${ability}"> is not played by the test host`)
      abilities[ability]?.(part)
      askForm(part.element, asText(part.get('formType')))
    })
  }
