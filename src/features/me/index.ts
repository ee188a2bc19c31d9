export { MeView } from './me-view'
export { useMeWords } from './words'
