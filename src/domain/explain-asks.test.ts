import { productIdOf } from '../../test/builders/room'
import {
  asksAfter,
  asksFor,
  type KnownAsks,
  mostAsked,
  NO_ASKS,
  withAnswer,
  withoutOwnAsk,
  withOwnAsk,
} from './explain-asks'

const [orange, pear, grape] = [productIdOf(1), productIdOf(2), productIdOf(3)]
const three: KnownAsks = { all: { [orange]: 3, [pear]: 1 }, own: [orange] }

describe('asks to have a product explained', () => {
  it('count people as the server does', () => {
    expect([orange, pear, grape].map((id) => asksFor(three, id))).toEqual([3, 1, 0])
  })

  it('count the viewer who has just asked, once', () => {
    const asked = withOwnAsk(withOwnAsk(NO_ASKS, grape), grape)
    expect(asksFor(asked, grape)).toBe(1)
    expect(asked.own).toEqual([grape])
    expect(asksFor(withOwnAsk(three, pear), pear)).toBe(1)
  })

  it('are taken back when they did not arrive', () => {
    expect(withoutOwnAsk(withOwnAsk(NO_ASKS, grape), grape)).toEqual(NO_ASKS)
  })

  it('take the number that the server answers', () => {
    expect(withAnswer(withOwnAsk(three, pear), pear, 2)).toEqual({
      all: { [orange]: 3, [pear]: 2 },
      own: [orange, pear],
    })
  })

  it('are over when the answer is that it is being explained', () => {
    const answered = withAnswer(withOwnAsk(NO_ASKS, pear), pear, 0)
    expect(answered.own).toEqual([])
    expect(asksFor(answered, pear)).toBe(0)
  })

  it('stay answered when the product was explained while they were under way', () => {
    const answered = asksAfter(withOwnAsk(NO_ASKS, pear), { type: 'explain-started', productId: pear })
    expect(withAnswer(answered, pear, 1)).toEqual(NO_ASKS)
  })

  it.each(['explain-started', 'product-unshelved'] as const)('end for one product with %s', (type) => {
    expect(asksAfter(three, { type, productId: orange })).toEqual({ all: { [pear]: 1 }, own: [] })
    expect(asksAfter(three, { type, productId: grape })).toEqual(three)
  })

  it('outlive whatever else happens in the room', () => {
    expect(asksAfter(three, { type: 'explain-stopped' })).toBe(three)
  })

  it('tell what most people wait for', () => {
    const products = [orange, pear, grape]
    expect(mostAsked(three.all, products)).toEqual([orange])
    expect(mostAsked({ [orange]: 2, [pear]: 1, [grape]: 2 }, products)).toEqual([orange, grape])
  })

  it('put nothing first while all that is asked for stands equal', () => {
    const products = [orange, pear, grape]
    for (const asks of [{}, { [pear]: 4 }, { [orange]: 2, [grape]: 2 }])
      expect(mostAsked(asks, products)).toEqual([])
  })
})
