/** Who can notice that a build is broken. */
export type Watcher = 'journey' | 'missing node' | 'host' | 'console' | 'wcc' | 'wcsc' | 'miniprogram-ci'

export interface Finding {
  readonly by: Watcher
  readonly what: string
}

export const findings = (by: Watcher, what: readonly string[]): readonly Finding[] =>
  what.map((words) => ({ by, what: words }))
