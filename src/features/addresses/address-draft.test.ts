import * as v from 'valibot'
import { session } from '@/contracts/session'
import { anAddress } from '../../../test/builders/wire'
import { type AddressDraft, checkDraft, draftOf, EMPTY_DRAFT, MAX_LENGTH } from './address-draft'

const good: AddressDraft = draftOf(anAddress(1))
const { input } = session.operations['save-address']

it('names every empty field at once', () => {
  expect(checkDraft(EMPTY_DRAFT)).toEqual({
    ok: false,
    error: { name: 'empty', phone: 'empty', region: 'empty', detail: 'empty' },
  })
})

it.each([
  ['138 0013 8000', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['+8613800138000', '13800138000'],
])('takes %s as people write it', (phone, clean) => {
  expect(checkDraft({ ...good, phone })).toMatchObject({ ok: true, value: { phone: clean } })
})

it.each(['1380013800', '23800138000', '138001380001', '电话'])('refuses %s as a mobile number', (phone) => {
  expect(checkDraft({ ...good, phone })).toEqual({ ok: false, error: { phone: 'not-readable' } })
})

it.each(['name', 'region', 'detail'] as const)('says when %s is too long, and takes the longest', (field) => {
  const longest = '长'.repeat(MAX_LENGTH[field])
  expect(checkDraft({ ...good, [field]: longest })).toMatchObject({ ok: true })
  expect(checkDraft({ ...good, [field]: `${longest}长` })).toEqual({
    ok: false,
    error: { [field]: 'too-long' },
  })
})

it('refuses control characters, as the server does', () => {
  expect(checkDraft({ ...good, name: '林\u0000小满' })).toEqual({
    ok: false,
    error: { name: 'not-readable' },
  })
})

it.each([good, { ...good, phone: '1' }, { ...good, detail: '' }, { ...good, name: '长'.repeat(21) }])(
  'agrees with the contract about %j',
  (draft) => {
    expect(checkDraft(draft).ok).toBe(v.safeParse(input, draft).success)
  },
)
