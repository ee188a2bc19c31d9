import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { listAddresses } from './list-addresses'
import { me } from './me'
import { removeAddress } from './remove-address'
import { saveAddress } from './save-address'
import { signIn } from './sign-in'
import { verifyPhone } from './verify-phone'

export const session = cloudFunction(contracts.session, {
  'sign-in': signIn,
  me,
  'verify-phone': verifyPhone,
  'list-addresses': listAddresses,
  'save-address': saveAddress,
  'remove-address': removeAddress,
})
