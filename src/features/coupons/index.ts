export { RoomCoupons } from './room-coupons'
