import type { Wallet } from '@/contracts/schemas'
import { MINUTE } from '@/domain/time'
import { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import type { Intent } from '../../../cloudfunctions/_kernel/ports/intent'
import type { TradeDraft } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { TradeContext } from '../../../cloudfunctions/_kernel/trade/trade-context'
import { seededIds } from '../../builders/seeded-ids'
import { Books } from '../books/books'
import type { Core } from './core'
import { describeChanges } from './describe-changes'
import { Faults } from './faults'
import { type Answer, Instance, LIMITS } from './instance'
import { Random } from './random'
import { Scheduler } from './scheduler'
import { openShop, type Shop } from './shop'
import { WalletDesk } from './wallet-desk'

const SKEW_MS = 10 * MINUTE

/** Everything that one seed brings about: two processes, two wallets, one set of tables, and whoever acts on them. */
export class World {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly tables = new MemoryTables()
  readonly ids = seededIds()
  readonly desks: Readonly<Record<Wallet, WalletDesk>>
  readonly shop: Shop
  readonly books: Books
  readonly instances: readonly [Instance, Instance]
  #keys = 0

  constructor(
    seed: number,
    readonly core: Core,
    /** Told of everything, when somebody wants to read it. */
    private readonly history: string[] | null = null,
  ) {
    const random = new Random(seed)
    this.random = random
    this.scheduler = new Scheduler(random)
    this.faults = new Faults(random)
    this.desks = {
      'wechat-pay': new WalletDesk('wechat-pay', random, true),
      alipay: new WalletDesk('alipay', random, false),
    }
    this.shop = openShop({ random, ids: this.ids, tables: this.tables, now: this.scheduler.now })
    this.books = new Books(this.tables, this.desks)
    const limits = random.pick(LIMITS)
    const start = (skewMs: number): Instance => new Instance({ world: this, skewMs, limits })
    const skew = random.pick([0, 0, 1])
    this.instances = [
      start(skew * random.between(-SKEW_MS, SKEW_MS)),
      start(skew * random.between(-SKEW_MS, SKEW_MS)),
    ]
    this.#arrange()
  }

  /** Asks one of the processes. */
  async ask<T>(name: string, work: (context: TradeContext) => Promise<T>): Promise<Answer<T>> {
    const which = this.random.below(2)
    this.note(() => `${name} asked of ${which}`)
    const answer = await this.instances[which === 0 ? 0 : 1].ask(work)
    this.note(() => `${name} answered by ${which}: ${answer.heard ? short(answer.value) : 'nothing'}`)
    return answer
  }

  /** Asks again, as a client does that hears nothing; null when it gives up. */
  async insist<T>(name: string, work: (context: TradeContext) => Promise<T>): Promise<T | null> {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const answer = await this.ask(name, work)
      if (answer.heard) return answer.value
      await this.scheduler.sleep(this.random.between(1, 30_000))
    }
    return null
  }

  /** The books look at every commit, and the history tells of it. */
  committed(draft: TradeDraft): void {
    this.note(() => `  commit: ${describeChanges(draft)}`)
    this.books.committed(draft)
  }

  newKey(): string {
    this.#keys += 1
    return `key-${this.#keys}`
  }

  intent(userId: Intent['userId'], operation: string): Intent {
    const intent = { userId, operation, key: this.newKey(), contentHash: 'content' }
    this.books.intents.began(intent)
    return intent
  }

  note(say: () => string): void {
    if (this.history === null) return
    const minutes = (this.scheduler.now - START) / MINUTE
    // ids end in many zeros, which tell nothing
    const said = say().replace(/0{5,}(?=\W|$)/g, '')
    this.history.push(`${minutes.toFixed(2).padStart(9)} min  ${said}`)
  }

  #arrange(): void {
    const { scheduler, faults, random, instances, books, core } = this
    const kinds = new Set(Object.keys(core.jobs))
    let next = instances[0]
    scheduler.beforeStep = () => {
      if (!faults.crashes()) return false
      const which = random.below(2)
      this.note(() => `process ${which} dies`)
      instances[which === 0 ? 0 : 1].crash()
      return true
    }
    scheduler.afterStep = (name) => {
      // what these lead to is told anyhow
      if (!QUIET.has(name)) this.note(() => `  ${name}`)
    }
    scheduler.duty = {
      nextAt: () => {
        const due = books.earliestJob(kinds)
        if (due === null) return null
        const [first, second] = instances
        const resting = [first, second].filter(({ isTicking }) => !isTicking)
        next = resting[scheduler.steps % 2] ?? resting[0] ?? first
        return resting.length === 0 ? null : due - next.skewMs
      },
      run: () => {
        const isBoth = random.chance(0.15)
        for (const instance of instances)
          if (instance === next || (isBoth && !instance.isTicking)) instance.tick()
      },
    }
  }
}

const QUIET: ReadonlySet<string> = new Set(['time', 'answer', 'batch', 'commit', 'wallet answers'])
const START = Date.UTC(2026, 4, 1, 12)

const short = (value: unknown): string => JSON.stringify(value).slice(0, 90)
