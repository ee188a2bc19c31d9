import * as v from 'valibot'
import { session } from '@/contracts/session'
import type { Address } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'

export const ADDRESS_FIELDS = ['name', 'phone', 'region', 'detail'] as const
export type AddressFieldName = (typeof ADDRESS_FIELDS)[number]

/** What the person has typed so far. */
export type AddressDraft = Readonly<Record<AddressFieldName, string>> & { readonly isDefault: boolean }
export type DraftProblem = 'empty' | 'too-long' | 'not-readable'
export type DraftProblems = Partial<Readonly<Record<AddressFieldName, DraftProblem>>>

export const EMPTY_DRAFT: AddressDraft = { name: '', phone: '', region: '', detail: '', isDefault: false }

export const draftOf = ({ name, phone, region, detail, isDefault }: Address): AddressDraft => ({
  name,
  phone,
  region,
  detail,
  isDefault,
})

/** The rules are the contract's own, so that what passes here is what the server takes. */
const { entries } = session.operations['save-address'].input
export const MAX_LENGTH: Readonly<Record<AddressFieldName, number>> = {
  name: 20,
  phone: 11,
  region: 60,
  detail: 120,
}

function problemOf(field: AddressFieldName, value: string): DraftProblem | null {
  if (value.trim() === '') return 'empty'
  const parsed = v.safeParse(entries[field], value)
  if (parsed.success) return null
  return parsed.issues.some(({ type }) => type === 'max_length') ? 'too-long' : 'not-readable'
}

/** Spaces and dashes inside a phone number are how people write it, not part of it. */
const cleaned = (draft: AddressDraft): AddressDraft => ({
  name: draft.name.trim(),
  phone: draft.phone.replace(/^\+86/, '').replace(/[\s-]/g, ''),
  region: draft.region.trim(),
  detail: draft.detail.trim(),
  isDefault: draft.isDefault,
})

/** The draft as it can be sent, or every field's problem at once. */
export function checkDraft(draft: AddressDraft): Result<AddressDraft, DraftProblems> {
  const clean = cleaned(draft)
  const problems: Partial<Record<AddressFieldName, DraftProblem>> = {}
  for (const field of ADDRESS_FIELDS) {
    const problem = problemOf(field, clean[field])
    if (problem !== null) problems[field] = problem
  }
  return Object.keys(problems).length === 0 ? ok(clean) : err(problems)
}
