import { productIdOf } from '../../test/builders/room'
import { withExplained, withoutExplained } from './explaining'

const [orange, pear, apple, grape] = [productIdOf(1), productIdOf(2), productIdOf(3), productIdOf(4)]

it('is of one product, which takes the place of those before', () => {
  expect(withExplained([orange, pear], apple, false)).toEqual([apple])
  expect(withExplained([orange, pear], orange, false)).toEqual([orange])
})

it('is of up to three together, the newest last; the oldest makes room for a fourth', () => {
  expect(withExplained([], orange, true)).toEqual([orange])
  expect(withExplained([orange, pear], apple, true)).toEqual([orange, pear, apple])
  expect(withExplained([orange, pear, apple], grape, true)).toEqual([pear, apple, grape])
})

it('does not begin anew with what is explained already', () => {
  expect(withExplained([orange, pear], orange, true)).toEqual([orange, pear])
})

it('ends for one product', () => {
  expect(withoutExplained([orange, pear], orange)).toEqual([pear])
  expect(withoutExplained([pear], orange)).toEqual([pear])
})
