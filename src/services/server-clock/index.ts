export { timeLeftText } from './time-left'
export { readServerClock, useTimeLeft } from './use-time-left'
