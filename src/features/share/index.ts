export { ShareButton } from './share-button'
export { useRoomShare } from './use-room-share'
