import { costOf } from './count'

const crossing = (bytes: number, isHidden = false) => ({ route: 'room', bytes, paths: [], isHidden, at: 0 })

it('counts crossings a second and bytes a message', () => {
  const crossings = [crossing(100), crossing(300), crossing(200)]
  expect(costOf({ crossings, messages: 4, seconds: 2 })).toEqual({
    setDataPerSecond: 1.5,
    bytesPerMessage: 150,
    largestBytes: 300,
    fromHiddenPages: 0,
    messages: 4,
  })
})

it('tells crossings of hidden pages apart', () => {
  const crossings = [crossing(1, true), crossing(1)]
  expect(costOf({ crossings, messages: 1, seconds: 1 }).fromHiddenPages).toBe(1)
})

it('has nothing to tell where nothing crossed', () => {
  expect(costOf({ crossings: [], messages: 1, seconds: 1 })).toMatchObject({
    largestBytes: 0,
    bytesPerMessage: 0,
  })
})
