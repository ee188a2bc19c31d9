/** What was on air without a break, as a playlist names it. */
export interface Stretch {
  /** Server time of its first picture. */
  readonly wallMs: number
  /** Where its initialization segment is. */
  readonly init: string
  readonly segments: readonly { readonly uri: string; readonly durationMs: number }[]
}

/** A whole playlist, with an end, of what was on air; a stretch that follows another one is a discontinuity. */
export function pastPlaylist(stretches: readonly Stretch[]): string {
  const longest = Math.max(
    ...stretches.flatMap(({ segments }) => segments.map(({ durationMs }) => durationMs)),
  )
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(longest / 1000)}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MEDIA-SEQUENCE:0',
    ...stretches.flatMap(({ wallMs, init, segments }, index) => [
      ...(index > 0 ? ['#EXT-X-DISCONTINUITY'] : []),
      `#EXT-X-MAP:URI="${init}"`,
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(wallMs).toISOString()}`,
      ...segments.flatMap(({ uri, durationMs }) => [`#EXTINF:${(durationMs / 1000).toFixed(3)},`, uri]),
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}
