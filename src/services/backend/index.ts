export type { CallError } from './call-error'
export { merchantBackend } from './merchant-backend'
export { backend, knowProfile, newIntent, useProfile } from './person'
