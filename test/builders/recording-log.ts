import type { Log } from '../../cloudfunctions/_kernel/ports/log'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'alarm'
  readonly event: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** A log that a test can read. */
export class RecordingLog implements Log {
  constructor(
    readonly lines: LogLine[] = [],
    private readonly facts: Readonly<Record<string, unknown>> = {},
  ) {}

  info: Log['info'] = (event, facts) => this.#add('info', event, facts)
  warn: Log['warn'] = (event, facts) => this.#add('warn', event, facts)
  alarm: Log['alarm'] = (event, facts) => this.#add('alarm', event, facts)

  with(facts: Readonly<Record<string, unknown>>): Log {
    return new RecordingLog(this.lines, { ...this.facts, ...facts })
  }

  /** The names of the alarms so far, which are forgotten. */
  takeAlarms(): readonly string[] {
    const alarms = this.lines.filter((line) => line.level === 'alarm').map((line) => line.event)
    this.reset()
    return alarms
  }

  reset(): void {
    this.lines.length = 0
  }

  #add(level: LogLine['level'], event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level, event, facts: { ...this.facts, ...facts } })
  }
}
