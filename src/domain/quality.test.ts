import { pictureAbove, pictureBelow, qualityOf, type Quality, type QualityId } from './quality'

const ladder = (...ids: readonly QualityId[]): readonly Quality[] =>
  ids.map((id) => ({ id, flv: `${id}.flv`, hls: `${id}.m3u8` }))
const whole = ladder('origin', 'hd', 'sd', 'audio')
const local = ladder('origin', 'audio')

describe('the rung that plays', () => {
  it.each([
    { wanted: 'sd', of: whole, plays: 'sd' },
    { wanted: 'hd', of: ladder('origin', 'sd'), plays: 'sd' },
    { wanted: 'sd', of: local, plays: 'origin' },
    { wanted: 'audio', of: local, plays: 'audio' },
    { wanted: 'audio', of: ladder('origin'), plays: 'origin' },
    { wanted: 'origin', of: ladder('audio'), plays: 'audio' },
  ] as const)('is $plays where $wanted is wanted', ({ wanted, of, plays }) => {
    expect(qualityOf(of, wanted)?.id).toBe(plays)
  })

  it('is none where there is no ladder', () => {
    expect(qualityOf([], 'origin')).toBeUndefined()
    expect(qualityOf([], 'audio')).toBeUndefined()
  })
})

it('goes down rung by rung, and never to the sound alone', () => {
  expect(pictureBelow(whole, 'origin')).toBe('hd')
  expect(pictureBelow(whole, 'hd')).toBe('sd')
  expect(pictureBelow(whole, 'sd')).toBeNull()
  expect(pictureBelow(local, 'origin')).toBeNull()
})

it('goes up rung by rung', () => {
  expect(pictureAbove(whole, 'sd')).toBe('hd')
  expect(pictureAbove(whole, 'origin')).toBeNull()
  expect(pictureAbove(local, 'audio')).toBe('origin')
})
