export { asList, knownValue, type Truth } from './truth'
export { usePageVisible } from './use-page-visible'
export { type ServerTruth, useServerTruth } from './use-server-truth'
