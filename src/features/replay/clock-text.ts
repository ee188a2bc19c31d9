import { HOUR, MINUTE, SECOND } from '@/domain/time'
import type { Words } from './words/zh-cn'

const two = (number: number): string => String(number).padStart(2, '0')

/** `2:05`, `1:02:05`: a place in a video. */
export function clockText(ms: number): string {
  const [hours, minutes, seconds] = [
    Math.floor(ms / HOUR),
    Math.floor((ms % HOUR) / MINUTE),
    Math.floor((ms % MINUTE) / SECOND),
  ]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** How long something lasted; what is begun counts as a whole minute. */
export function lengthText(ms: number, words: Pick<Words, 'hours' | 'minutes'>): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE))
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60)
}
