export { useOnce } from './use-once'
