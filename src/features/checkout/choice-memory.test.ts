import { productIdOf, skuIdOf } from '../../../test/builders/room'
import { ChoiceMemory } from './choice-memory'

const choice = { skuId: skuIdOf(1), quantity: 3 }

it('keeps the last choice of each product until it is ordered', () => {
  const memory = new ChoiceMemory()
  expect(memory.read(productIdOf(1))).toBeNull()
  memory.keep(productIdOf(1), { ...choice, quantity: 1 })
  memory.keep(productIdOf(1), choice)
  expect(memory.read(productIdOf(1))).toEqual(choice)
  memory.forget(productIdOf(1))
  expect(memory.read(productIdOf(1))).toBeNull()
})

it('lets go of the oldest beyond fifty products', () => {
  const memory = new ChoiceMemory()
  for (let n = 0; n < 50; n += 1) memory.keep(productIdOf(101 + n), choice)
  memory.keep(productIdOf(101), choice)
  memory.keep(productIdOf(9), choice)
  expect(memory.read(productIdOf(102))).toBeNull()
  expect(memory.read(productIdOf(101))).toEqual(choice)
})
