import type { RoomId } from '@/domain/ids'
import { beijingIso } from '../../beijing-time'
import type { StartNotice } from '../../ports/subscribe-messages'

/** What a template's gaps can be filled with. */
const FACTS = ['title', 'shop', 'time'] as const
type Fact = (typeof FACTS)[number]

/** The shop's own choice on the host's console: which of our facts each gap of it takes (`thing1` → `title`). */
export interface MessageTemplate {
  readonly id: string
  readonly gaps: Readonly<Record<string, Fact>>
}

const GAP = /^([a-z_]+\d{1,2})=(title|shop|time)$/
const isFact = (text: string | undefined): text is Fact => FACTS.some((fact) => fact === text)

/** Reads `thing1=title,thing2=shop,time3=time`; null when it is something else. */
export function readGaps(text: string): MessageTemplate['gaps'] | null {
  const gaps: Record<string, Fact> = {}
  for (const part of text.split(',')) {
    const [, gap = '', fact] = GAP.exec(part.trim()) ?? []
    if (!isFact(fact)) return null
    gaps[gap] = fact
  }
  return gaps
}

/** Each gap with its text, none longer than the host takes. */
export function fillTemplate(
  { gaps }: MessageTemplate,
  notice: StartNotice,
  longest: number,
): Readonly<Record<string, { readonly value: string }>> {
  const facts: Readonly<Record<Fact, string>> = {
    title: notice.title,
    shop: notice.shopName,
    time: hostTime(notice.startedAt),
  }
  const cut = (text: string): string => [...text].slice(0, longest).join('')
  return Object.fromEntries(Object.entries(gaps).map(([gap, fact]) => [gap, { value: cut(facts[fact]) }]))
}

/** `2026年5月1日 20:00`, the one writing that both hosts take for a time. */
function hostTime(at: number): string {
  const [year, month, day, hour, minute] = beijingIso(at).split(/[-T:]/)
  return `${year}年${Number(month)}月${Number(day)}日 ${hour}:${minute}`
}

export const roomPage = (roomId: RoomId): string => `packages/live/room/index?id=${roomId}`
