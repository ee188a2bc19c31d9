import { composeId } from '@/domain/ids'
import { startCue, takeTurns, turnTo } from './explain-cue'

const merchant = composeId('merchant', 'orchard0')
const pear = composeId('product', 'pear00000000', merchant)
const apple = composeId('product', 'apple0000000', merchant)

it('shows at once what was being explained when the viewer came', () => {
  expect(startCue(pear).shown).toBe(pear)
})

it('waits until the frame on screen is as old as the word', () => {
  const cue = turnTo(startCue(null), pear, 5_000)
  expect(takeTurns(cue, 4_999, 5_100).shown).toBeNull()
  expect(takeTurns(cue, 5_000, 5_600).shown).toBe(pear)
})

it('shows at once where the player cannot tell its frame', () => {
  expect(takeTurns(turnTo(startCue(null), pear, 5_000), null, 5_100).shown).toBe(pear)
})

it('shows after six seconds although the picture is stuck', () => {
  const cue = turnTo(startCue(null), pear, 5_000)
  expect(takeTurns(cue, 1_000, 10_999).shown).toBeNull()
  expect(takeTurns(cue, 1_000, 11_000).shown).toBe(pear)
})

it('keeps later turns waiting while earlier ones are shown', () => {
  const cue = turnTo(turnTo(startCue(null), pear, 5_000), apple, 6_000)
  const first = takeTurns(cue, 5_500, 6_100)
  expect(first.shown).toBe(pear)
  expect(takeTurns(first, 6_000, 6_700)).toEqual({ shown: apple, waiting: [] })
})

it('skips to the newest turn that is due', () => {
  const cue = turnTo(turnTo(startCue(pear), null, 5_000), apple, 5_200)
  expect(takeTurns(cue, 9_000, 9_000)).toEqual({ shown: apple, waiting: [] })
})

it('does not turn to what it already turns to', () => {
  const cue = turnTo(startCue(null), pear, 5_000)
  expect(turnTo(cue, pear, 7_000)).toBe(cue)
})
