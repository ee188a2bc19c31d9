import { CHAT, costWhile, EVERYTHING } from '../../../bench/room/scenarios'
import { setStage } from '../../journeys/stage'

// Bars of design §6. They do not depend on the machine: a slower one has fewer crossings, and a message weighs the same.
const SECONDS = 10
const stage = setStage()
jest.setTimeout(120_000)

describe.each([
  ['forty messages a second', CHAT, 6],
  ['forty messages, fifty likes, cards and comings and goings a second', EVERYTHING, 8],
] as const)('a room with %s', (_, rates, mostPerSecond) => {
  it('stays inside the bars in both compiled mini-programs', async () => {
    const { weapp, alipay } = await costWhile(stage(), rates, SECONDS)
    for (const cost of [weapp, alipay]) {
      expect(cost.messages).toBeGreaterThan(SECONDS * 30)
      expect(cost.setDataPerSecond).toBeLessThanOrEqual(mostPerSecond)
      expect(cost.bytesPerMessage).toBeLessThanOrEqual(250)
      expect(cost.largestBytes).toBeLessThanOrEqual(16 * 1024)
      expect(cost.fromHiddenPages).toBe(0)
    }
  })
})
