import { type Statement, statement, type Step } from './statement'

type Steps = readonly Step<unknown>[]
/** A step that is not needed this time is null, and so is its answer. */
type Wanted = readonly (Step<unknown> | null)[]
type AnswerTo<One> = One extends Step<infer Answer> ? Answer : null
type Answers<W extends Wanted> = { readonly [I in keyof W]: AnswerTo<W[I]> }

/** A connection that is one caller's until it is released. */
export interface Line {
  /**
   * Sends the steps together, and resolves to their answers in the same order. Each step begins when the one before is
   * done and sees what was committed by then; when one fails, those after it are not carried out.
   */
  send(steps: Steps): Promise<readonly (string | null)[]>
  /** `isBroken`: nobody must get it again. */
  release(isBroken: boolean): void
}

const BEGIN = statement<null>('begin', 'begin')
const COMMIT = statement<null>('commit', 'commit')
const ROLLBACK = statement<null>('rollback', 'rollback')
// A plan that is kept must not hang on what it was first asked, nor on how small the tables were on that day: every
// look-up goes by a key, so it goes by an index, and it does so from the first row on.
const KEEP_PLANS = statement<null>('keep-plans', 'set local plan_cache_mode = force_generic_plan')
const USE_INDEXES = statement<null>('use-indexes', 'set local enable_seqscan = off')
const START: Steps = [BEGIN, KEEP_PLANS, USE_INDEXES].map(alone)
const END: Steps = [COMMIT].map(alone)

function alone(only: Statement<null>): Step<null> {
  return { statement: only, values: [] }
}

/**
 * One transaction in as few messages as there are moments at which its caller has to think: the beginning goes over
 * with the first steps, and the commit with the last.
 */
export class Exchange {
  #state: 'new' | 'open' | 'over' = 'new'

  constructor(private readonly line: Line) {}

  get isOpen(): boolean {
    return this.#state === 'open'
  }

  run<const W extends Wanted>(steps: W): Promise<Answers<W>> {
    return this.#send(steps, [])
  }

  /** The last steps, and the commit: it is over, and kept, when this resolves. */
  async finish<const W extends Wanted>(steps: W): Promise<Answers<W>> {
    const answers = await this.#send(steps, END)
    this.#state = 'over'
    return answers
  }

  async #send<W extends Wanted>(wanted: W, end: Steps): Promise<Answers<W>> {
    const start = this.#state === 'new' ? START : []
    this.#state = 'open'
    const steps = wanted.filter((one) => one !== null)
    const texts = await this.line.send([...start, ...steps, ...end])
    let next = start.length
    // each answer is read by the statement that it answers, so it is of that statement's type
    return wanted.map((one) =>
      one === null ? null : one.statement.read(texts[next++] ?? null),
    ) as Answers<W>
  }
}

/** Does `work` in one exchange. What it does not finish, by a throw for one, is rolled back. */
export async function inExchange<T>(line: Line, work: (exchange: Exchange) => Promise<T>): Promise<T> {
  const exchange = new Exchange(line)
  try {
    return await work(exchange)
  } finally {
    line.release(exchange.isOpen && !(await rollsBack(line)))
  }
}

async function rollsBack(line: Line): Promise<boolean> {
  try {
    await line.send([alone(ROLLBACK)])
    return true
  } catch {
    return false
  }
}
