/**
 * A statement whose text never varies, so that each connection reads and plans it once: what it works on comes as
 * parameters, many rows as one array or one JSON text. It answers with one JSON value, which keeps its plan good
 * whatever columns a migration adds, or with nothing.
 */
export interface Statement<Answer> {
  /** What connections know it by; none: it is read and planned each time. */
  readonly name: string | null
  readonly text: string
  read(answer: string | null): Answer
}

/** A statement with what it works on. */
export interface Step<Answer> {
  readonly statement: Statement<Answer>
  readonly values: readonly string[]
}

export const statement = <Answer>(name: string | null, text: string): Statement<Answer> => ({
  name,
  text,
  // the text of the statement says what its answer looks like, as it does for every query
  read: (answer) => JSON.parse(answer ?? 'null') as Answer,
})

type Value = string | number | readonly string[]

export const step = <Answer>(to: Statement<Answer>, ...values: readonly Value[]): Step<Answer> => ({
  statement: to,
  values: values.map(encode),
})

const encode = (value: Value): string =>
  typeof value === 'object' ? `{${value.map(quote).join(',')}}` : String(value)

const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`

/**
 * The same with names in the text in place of numbers: `:orders` is the parameter of that name, and of the type that
 * `types` gives it. Values that the text does not name may be handed in, too.
 */
export function namedStatement<Answer, Name extends string>(
  { name, types }: { readonly name: string; readonly types: Readonly<Record<Name, string>> },
  text: string,
): (values: Readonly<Record<Name, Value>>) => Step<Answer> {
  const used: Name[] = []
  const isName = (word: string): word is Name => word in types
  const numbered = text.replace(/(?<!:):([a-z]+)/gi, (_all, word: string) => {
    if (!isName(word)) throw new Error(`The statement ${name} has no parameter ${word}`)
    if (!used.includes(word)) used.push(word)
    return `$${used.indexOf(word) + 1}::${types[word]}`
  })
  const made = statement<Answer>(name, numbered)
  return (values) => step(made, ...used.map((word) => values[word]))
}

/**
 * The statements that one connection has read, and how often it was asked for each. A plan that is kept is made for the
 * tables of that day: a statement is read anew, and planned with it, each time it was used four times as often.
 * PostgreSQL does so by itself when it has counted a table anew, a minute later: until then a look-up by key may go by
 * an index on the shop alone, through all its rows. The embedded engine never does.
 */
export class KnownStatements {
  readonly #uses = new Map<string, number>()

  /** True when the statement must be read before it is used this time. */
  isUnread({ name }: Statement<unknown>): boolean {
    return name === null || isPowerOfFour((this.#uses.get(name) ?? 0) + 1)
  }

  countUse({ name }: Statement<unknown>): void {
    if (name !== null) this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1)
  }

  forget(): void {
    this.#uses.clear()
  }
}

const isPowerOfFour = (uses: number): boolean => Number.isInteger(Math.log2(uses) / 2)
