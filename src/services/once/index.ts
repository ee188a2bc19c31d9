export { type Once, useOnce } from './use-once'
