export { Feed } from './feed'
export { useFeed } from './use-feed'
