/** Best first. `audio` is the sound alone. */
export const QUALITY_IDS = ['origin', 'hd', 'sd', 'audio'] as const
export type QualityId = (typeof QUALITY_IDS)[number]

/** One rung of a show's ladder: the same picture at one size, or only its sound. */
export interface Quality {
  readonly id: QualityId
  readonly flv: string
  readonly hls: string
}

/** The rung that was asked for, or the nearest one below it that the show has; else its best. */
export function qualityOf(ladder: readonly Quality[], wanted: QualityId): Quality | undefined {
  const from = QUALITY_IDS.indexOf(wanted)
  const pictures = ladder.filter(({ id }) => id !== 'audio')
  const isAtMost = ({ id }: Quality): boolean => QUALITY_IDS.indexOf(id) >= from
  return wanted === 'audio'
    ? (ladder.find(({ id }) => id === 'audio') ?? pictures[0])
    : (pictures.find(isAtMost) ?? pictures[0] ?? ladder[0])
}

/** The next smaller picture; null where only the sound is left, for nobody's picture is taken without asking. */
export function pictureBelow(ladder: readonly Quality[], id: QualityId): QualityId | null {
  const lower = ladder.filter((one) => one.id !== 'audio' && isBelow(one.id, id))
  return lower[0]?.id ?? null
}

/** The next larger picture; null at the top. */
export function pictureAbove(ladder: readonly Quality[], id: QualityId): QualityId | null {
  const higher = ladder.filter((one) => isBelow(id, one.id))
  return higher[higher.length - 1]?.id ?? null
}

const isBelow = (a: QualityId, b: QualityId): boolean => QUALITY_IDS.indexOf(a) > QUALITY_IDS.indexOf(b)
