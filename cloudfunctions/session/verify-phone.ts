import type { contracts } from '@/contracts'
import { composeId, type PersonId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'
import { becomePerson } from './become-person'
import { loadProfile } from './load-profile'

export const verifyPhone: Implementation<typeof contracts.session>['verify-phone'] = async (
  context,
  { code },
) => {
  const { identities, viewer } = context
  const verified = await identities[viewer.host].readPhone(code)
  if (!verified.ok)
    return verified.error.code === 'refused'
      ? err({ code: 'invalid-request', field: 'code' })
      : err({ code: 'busy' })
  const personId = personOf(context, verified.value.phone)
  const profile = await inTransaction(context, async (inside) =>
    (await becomePerson(inside, personId)) ? loadProfile(inside, viewer.userId) : null,
  )
  return profile ? ok(profile) : err({ code: 'unauthenticated' })
}

const PERSON_CHARS = 20

/**
 * The same person for the same phone. Numbers are few enough to try them all: only our secret keeps the id from
 * telling the number, and with another secret everybody would be somebody else.
 */
function personOf({ signer }: Context, phone: string): PersonId {
  const name = BigInt(`0x${signer.pseudonym(phone)}`).toString(36)
  return composeId('person', name.padStart(PERSON_CHARS, '0').slice(-PERSON_CHARS))
}
