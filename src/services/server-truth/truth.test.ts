import { err, ok } from '@/domain/result'
import { asking, asList, knownValue, learn, LOADING, type Truth } from './truth'

const offline = { code: 'offline' } as const
const ready: Truth<readonly number[]> = { kind: 'ready', value: [1] }
const stale: Truth<readonly number[]> = { kind: 'stale', value: [1], error: offline }
const failed: Truth<readonly number[]> = { kind: 'failed', error: offline }
const isEmpty = (value: readonly number[]) => value.length === 0

it('shows what was answered', () => {
  expect(learn(stale, ok([2]))).toEqual({ kind: 'ready', value: [2] })
})

it('keeps the last known value and says that it is old', () => {
  expect(learn(ready, err(offline))).toEqual(stale)
  expect(learn(stale, err(offline))).toEqual(stale)
})

it('has failed while nothing is known', () => {
  expect(learn(LOADING, err(offline))).toEqual(failed)
})

it('goes back to loading only where nothing can be shown', () => {
  expect(asking(failed)).toEqual(LOADING)
  expect(asking(stale)).toBe(stale)
})

it('knows a value only when there was an answer', () => {
  expect([ready, stale, failed, LOADING].map(knownValue)).toEqual([[1], [1], null, null])
})

it('gives every list its face', () => {
  expect(asList(LOADING, isEmpty)).toEqual({ kind: 'loading' })
  expect(asList(failed, isEmpty)).toEqual({ kind: 'failed', code: 'offline' })
  expect(asList(stale, isEmpty)).toEqual({ kind: 'stale', value: [1], code: 'offline' })
  expect(asList(ready, isEmpty)).toEqual({ kind: 'ready', value: [1] })
  expect(asList({ kind: 'ready', value: [] }, isEmpty)).toEqual({ kind: 'empty' })
})
