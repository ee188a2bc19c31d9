import { askForm } from './form'
import { asText, type SetUp } from './part'

/** What the page stack does when a button with `open-type="share"` is tapped. */
export type ShareFromButton = (from: { readonly from: 'button'; readonly target: object }) => void

export const buttonThat =
  (share: ShareFromButton): SetUp =>
  (part) => {
    part.refuseTaps(() => part.get('disabled') === true)
    part.onTap(() => {
      if (part.get('openType') === 'share')
        share({
          from: 'button',
          target: { id: asText(part.element.id).replace(/^.*?--/, ''), dataset: part.dataset() },
        })
      askForm(part.element, asText(part.get('formType')))
    })
  }
