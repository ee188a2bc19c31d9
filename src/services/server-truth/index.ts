export { asList, knownValue, type Truth } from './truth'
export { type ServerTruth, useServerTruth } from './use-server-truth'
export { usePageVisible } from './use-page-visible'
