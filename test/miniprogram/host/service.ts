import type { MiniTarget } from '../bundle'
import { asText, type Part } from './elements/part'
import { ask } from './over'

interface Served {
  readonly service: object[]
}
let person: Served | undefined

/** Who opens customer service. */
export const serviceIsOf = (world: Served): void => {
  person = world
}

/** WeChat's `open-type="contact"`: a chat that begins with what the button says. */
async function contact(part: Part): Promise<void> {
  const told = ['sessionFrom', 'sendMessageTitle', 'sendMessagePath', 'sendMessageImg'].map(
    (name) => [name, asText(part.get(name))] as const,
  )
  person?.service.push(Object.fromEntries(told))
  await ask(['客服会话'], ['返回小程序'])
}

/** Alipay has a tag of its own for it. */
export const serviceAbilities: Readonly<Record<MiniTarget, Readonly<Record<string, (part: Part) => void>>>> =
  {
    weapp: { contact: (part) => void contact(part) },
    alipay: {},
  }
