import { type Language, useLook } from './look'

const steps: Readonly<Record<Language, { readonly size: number; readonly unit: string }>> = {
  'zh-cn': { size: 10_000, unit: '万' },
  en: { size: 1_000, unit: 'K' },
}

/** A count as people say it: `9999`, `1.2万`. Rounded down, so that it never claims more than there are. */
export function countText(count: number, language: Language): string {
  const { size, unit } = steps[language]
  if (count < size) return String(count)
  const tenths = Math.floor((count * 10) / size)
  return `${String(tenths / 10)}${unit}`
}

export function useCountText(): (count: number) => string {
  const language = useLook((look) => look.language)
  return (count) => countText(count, language)
}
