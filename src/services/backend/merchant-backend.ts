import { forMerchants, type ForMerchants } from '@/contracts/merchant/for-merchants'
import { type Backend, connect } from './create-backend'
import { asThisPerson } from './person'

/** What merchants ask of the cloud functions, as this person. Its contracts are in the packages that use it. */
export const merchantBackend: Backend<ForMerchants> = connect(forMerchants, asThisPerson)
