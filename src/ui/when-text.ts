import { DAY, type EpochMs } from '@/domain/time'
import { type Language, useLook } from './look'

const twoDigits = (value: number): string => String(value).padStart(2, '0')
const midnight = (at: EpochMs): number => new Date(at).setHours(0, 0, 0, 0)

const words: Readonly<
  Record<Language, { readonly days: Readonly<Record<number, string>>; readonly date: (day: Date) => string }>
> = {
  'zh-cn': {
    days: { [-1]: '昨天', 0: '今天', 1: '明天' },
    date: (day) => `${day.getMonth() + 1}月${day.getDate()}日`,
  },
  en: {
    days: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
    date: (day) => `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`,
  },
}

/** `今天 20:00`, `明天 09:30`, `12月3日 20:00`, in the time of this device. */
export function whenText(at: EpochMs, now: EpochMs, language: Language): string {
  const day = new Date(at)
  const daysAway = Math.round((midnight(at) - midnight(now)) / DAY)
  const { days, date } = words[language]
  return `${days[daysAway] ?? date(day)} ${twoDigits(day.getHours())}:${twoDigits(day.getMinutes())}`
}

export function useWhenText(): (at: EpochMs, now: EpochMs) => string {
  const language = useLook((look) => look.language)
  return (at, now) => whenText(at, now, language)
}
