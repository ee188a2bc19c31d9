import type { ForMerchants } from '@/contracts/merchant/for-merchants'
import { merchantBackend } from '../backend'
import type { Callable } from '../backend/create-backend'
import { type OnceOf, useOnceBy } from './use-once'

/** `useOnce` for what merchants ask. */
export const useMerchantOnce = <F extends keyof ForMerchants, O extends Callable<ForMerchants, F>>(
  functionName: F,
  operation: O,
): OnceOf<ForMerchants, F, O> => useOnceBy(merchantBackend, functionName, operation)
