import { aPulse, aShelfProduct, productIdOf } from '../../../../../test/builders/room'
import { hearPulse, NO_NEWS, type NewsState } from './news'

const shelf = [aShelfProduct(1), aShelfProduct(2)]
const hear = (state: NewsState, pulse: Partial<ReturnType<typeof aPulse>>, now: number) =>
  hearPulse(state, aPulse(pulse), { shelf, now })
const bought = (n: number, buyers = 2) => ({ productId: productIdOf(n), buyers })

it('tells what was bought rather than who came', () => {
  expect(hear(NO_NEWS, { came: ['小满'], bought: bought(2) }, 0).news).toMatchObject({
    kind: 'bought',
    product: { position: 2 },
    buyers: 2,
  })
  expect(hear(NO_NEWS, { came: ['小满', '阿岭'] }, 0).news).toEqual({ kind: 'came', names: ['小满', '阿岭'] })
  expect(hear(NO_NEWS, {}, 0)).toBe(NO_NEWS)
})

it('tells nothing of what is not on the shelf', () => {
  expect(hear(NO_NEWS, { bought: bought(9) }, 0)).toBe(NO_NEWS)
})

it('lets one line stand for four seconds', () => {
  const first = hear(NO_NEWS, { came: ['小满'] }, 0)
  expect(hear(first, { bought: bought(1) }, 3_999)).toBe(first)
  expect(hear(first, { bought: bought(1) }, 4_000).news?.kind).toBe('bought')
})

it('does not tell the same again before it can be new', () => {
  const first = hear(NO_NEWS, { bought: bought(1) }, 0)
  expect(hear(first, { bought: bought(1) }, 6_000)).toBe(first)
  expect(hear(first, { bought: bought(1, 3) }, 6_000)).not.toBe(first)
  expect(hear(first, { bought: bought(1) }, 12_000)).not.toBe(first)
})
