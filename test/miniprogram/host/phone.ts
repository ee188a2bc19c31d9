import type { MiniTarget } from '../bundle'
import { asText, type Part } from './elements/part'
import { ask } from './over'

/** The part of the world that a phone is about. */
interface Asked {
  readonly persona: string
  readonly allowed: Set<string>
}
let person: Asked | undefined

/** Whose phone it is. */
export const phoneIsOf = (world: Asked): void => {
  person = world
}

async function isAllowed(): Promise<boolean> {
  return (await ask(['申请使用你的手机号'], ['不允许', '允许'])) === '允许'
}

/** What the super-app hands out for the phone of its person; the local product's sandbox makes it. */
export async function phoneProof(): Promise<string> {
  const reply = await fetch('/sandbox/identity/phone-code', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: person?.persona }),
  })
  const { code } = (await reply.json()) as { readonly code: string }
  return code
}

/** WeChat's `open-type="getPhoneNumber"`: the answer comes with the event. */
async function tellPhone(part: Part): Promise<void> {
  part.emit(
    'getphonenumber',
    (await isAllowed())
      ? { errMsg: 'getPhoneNumber:ok', code: await phoneProof() }
      : { errMsg: 'getPhoneNumber:fail user deny' },
  )
}

/** Alipay's `open-type="getAuthorize"`: a permission, with which `my.getPhoneNumber` answers. */
async function authorize(part: Part): Promise<void> {
  const scope = asText(part.get('scope'))
  if (scope !== 'phoneNumber') throw new Error(`<button scope="${scope}"> is not played by the test host`)
  if (await isAllowed()) {
    person?.allowed.add(scope)
    part.emit('getauthorize')
  } else part.emit('error', { type: 'getAuthorize', errorMessage: '用户取消授权' })
}

/** What a tap on a button does that has one of these for its `open-type`. */
export const phoneAbilities: Readonly<Record<MiniTarget, Readonly<Record<string, (part: Part) => void>>>> = {
  weapp: { getPhoneNumber: (part) => void tellPhone(part) },
  alipay: { getAuthorize: (part) => void authorize(part) },
}
