export { ShareEntry } from './share-entry'
export { ShareSheet } from './share-sheet'
export { type RoomShare, useRoomShare } from './use-room-share'
export { useShareWords } from './words'
