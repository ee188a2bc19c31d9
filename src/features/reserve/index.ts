export { ReserveButton } from './reserve-button'
export { useReservationsOf, useStanding } from './use-standing'
export { useReserveWords } from './words'
