import type { Host } from '@/contracts/schemas'
import type { Result } from '@/domain/result'

export type SignInFailure = 'refused' | 'offline'

export interface SignIn {
  /** A fresh one-time code by which the host tells our functions who this is. */
  getCode(): Promise<Result<{ readonly host: Host; readonly code: string }, SignInFailure>>
}
