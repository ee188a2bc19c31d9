import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { follow } from './follow'
import { get } from './get'
import { listFollowed } from './list-followed'
import { setContact } from './set-contact'
import { unfollow } from './unfollow'

export const shops = cloudFunction(contracts.shops, {
  get,
  follow,
  unfollow,
  'list-followed': listFollowed,
  'set-contact': setContact,
})
