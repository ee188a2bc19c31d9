import fc from 'fast-check'
import { isId, isOwnedId } from '@/domain/ids'
import { hostileNames, hostileNumbers, hostileTexts, hostileValues, objectOf, toJson } from './hostile-values'

/** What is done to one place of an input. `alike` leaves numbers numbers and texts texts, to get past the schemas. */
interface Edit {
  /** Which of the input's places, counted round and round. */
  readonly place: number
  readonly what: 'alike' | 'replace' | 'remove' | 'add' | 'insert'
  readonly name: string
  readonly value: unknown
  readonly text: string
  readonly number: unknown
}

/** An input that its caller may send, and the names of all fields that the contract knows. */
export interface Good {
  readonly input: unknown
  readonly fields: readonly string[]
}

const editsWith = (fields: readonly string[]): fc.Arbitrary<Edit> => {
  const known = fields.length > 0 ? fc.constantFrom(...fields) : hostileNames
  return fc.record({
    place: fc.nat(999),
    what: fc.constantFrom('alike', 'alike', 'alike', 'replace', 'remove', 'add', 'add', 'insert', 'insert'),
    name: fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: hostileNames }),
    value: fc.oneof(hostileValues, hostileNumbers, hostileTexts),
    text: hostileTexts,
    number: hostileNumbers,
  })
}

/** JSON texts: one in six is anything at all, the others are the good input with one to three places spoilt. */
export function hostileInputs({ input, fields }: Good): fc.Arbitrary<string> {
  const edits = editsWith(fields)
  const lists = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(edits) },
    { weight: 1, arbitrary: fc.array(edits, { minLength: 2, maxLength: 3 }) },
  )
  const spoilt = lists.map((list) => [...list].reduce<unknown>(spoil, input))
  return fc.oneof({ weight: 1, arbitrary: hostileValues }, { weight: 5, arbitrary: spoilt }).map(toJson)
}

function spoil(input: unknown, edit: Edit): unknown {
  if (edit.what === 'add' && edit.place % 3 > 0) return change(input, edit)
  const places = placesOf(input)
  const [first, ...rest] = places[edit.place % places.length] ?? []
  return first === undefined ? change(input, edit) : at(input, [first, ...rest], edit)
}

/** Every place in a value but itself, by the names that lead there; itself when it has none. */
function placesOf(input: unknown): readonly (readonly string[])[] {
  const inside = partsOf(input).flatMap(([name, part]) => [
    [name],
    ...placesOf(part)
      .filter((path) => path.length > 0)
      .map((path) => [name, ...path]),
  ])
  return inside.length > 0 ? inside : [[]]
}

function at(input: unknown, [name, ...rest]: readonly string[], edit: Edit): unknown {
  const parts = partsOf(input).flatMap(([one, part]): (readonly [string, unknown])[] => {
    if (one !== name) return [[one, part]]
    if (rest.length > 0) return [[one, at(part, rest, edit)]]
    return edit.what === 'remove' ? [] : [[one, change(part, edit)]]
  })
  if (rest.length === 0 && edit.what === 'add') parts.push([edit.name, edit.value])
  return Array.isArray(input) ? parts.map(([, part]) => part) : objectOf(parts)
}

function change(part: unknown, edit: Edit): unknown {
  const { what, name, value, text, number } = edit
  if (what === 'add') return Array.isArray(part) ? [...(part as unknown[]), value] : objectWith(part, edit)
  if (what === 'insert' && typeof part === 'string') {
    const middle = part.length >> 1
    return part.slice(0, middle) + text + part.slice(middle)
  }
  if (what === 'alike') {
    if (typeof part === 'string') return isAnyId(part) ? part : text
    if (typeof part === 'number') return number
    if (typeof part === 'boolean') return !part
    if (Array.isArray(part)) return Array.from({ length: name.length * 7 }, (): unknown => part[0] ?? value)
  }
  return value
}

/** Ids stay as they are where all stays alike: one that is no id gets past no schema. */
const isAnyId = (text: string) => isOwnedId(text) || isId('merchant', text) || isId('address', text)

function objectWith(part: unknown, { name, value }: Edit): unknown {
  if (typeof part !== 'object' || part === null) return part
  return objectOf([...partsOf(part).filter(([one]) => one !== name), [name, value]])
}

/** The parts of plain arrays and objects: what is hostile already is left whole. */
function partsOf(input: unknown): readonly (readonly [string, unknown])[] {
  if (typeof input !== 'object' || input === null) return []
  return Array.isArray(input) || Object.getPrototypeOf(input) === Object.prototype
    ? Object.entries(input)
    : []
}
