export { RoomSheets } from './room-sheets'
