import { HostError } from '../page-stack'
import { describe } from '../recorder'
import type { HostParts } from '../world'

export type Options = Readonly<Record<string, unknown>>
export type Play = (options: Options) => unknown
type Callback = (answer: object) => void

/** A refusal in the words that each host uses for it. */
export class Refusal extends Error {
  constructor(
    readonly words: string,
    /** Alipay's number. */
    readonly code = 1,
    /** What Alipay tells beside it. */
    readonly more: object = {},
  ) {
    super(words)
  }
}

/** An API that answers later: by callbacks where there are some, else by a promise, as both hosts do. */
export type MakePlayable = (name: string, play: Play) => (options?: Options) => Promise<object> | undefined

export function playableIn({ target, world }: Pick<HostParts, 'target' | 'world'>): MakePlayable {
  const failure = (name: string, error: unknown): object => {
    const words = error instanceof Refusal || error instanceof HostError ? error.message : describe(error)
    return target === 'weapp'
      ? { errMsg: `${name}:fail ${words}` }
      : {
          ...(error instanceof Refusal ? { error: error.code, ...error.more } : { error: 1 }),
          errorMessage: words,
        }
  }
  return (name, play) =>
    (options = {}) => {
      world.calls.set(name, (world.calls.get(name) ?? 0) + 1)
      const tell = (kind: string, answer: object): void => {
        const callback = options[kind]
        if (typeof callback === 'function') (callback as Callback)(answer)
      }
      const answered = (async () => {
        const value: unknown = await play(options)
        const answer = typeof value === 'object' && value !== null ? value : {}
        return target === 'weapp' ? { ...answer, errMsg: `${name}:ok` } : answer
      })()
      const hasCallbacks = ['success', 'fail', 'complete'].some((kind) => typeof options[kind] === 'function')
      if (!hasCallbacks)
        return answered.catch((error: unknown) => {
          // hosts reject with a plain object, never with an Error
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what the app must be able to read
          throw failure(name, error)
        })
      answered
        .then(
          (answer) => ['success', answer] as const,
          (error: unknown) => ['fail', failure(name, error)] as const,
        )
        .then(([kind, answer]) => {
          tell(kind, answer)
          tell('complete', answer)
        })
        .catch((error: unknown) => {
          // what a callback throws must reach the test
          setTimeout(() => {
            throw error
          })
        })
      return undefined
    }
}

export const text = (options: Options, name: string): string => {
  const value = options[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
