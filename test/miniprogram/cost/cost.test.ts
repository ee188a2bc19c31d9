import { CHAT, costWhile, EVERYTHING } from '../../../bench/room/scenarios'
import { Crowd } from '../../../bench/crowd'
import { readFileSync } from 'node:fs'
import { listFiles } from '../../../config/list-files'
import { inProject } from '../../../config/paths'
import { orchardLive } from '../../journeys/seeded'
import { watchVideo } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { viewers } from '../journeys/people'
import { roomLaunch } from '../journeys/way'

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
      // on a machine that is out of breath a clump of messages is over the vendor's forty, and the rest is dropped
      expect(cost.messages).toBeGreaterThan(SECONDS * 15)
      expect(cost.setDataPerSecond).toBeLessThanOrEqual(mostPerSecond)
      expect(cost.bytesPerMessage).toBeLessThanOrEqual(250)
      expect(cost.largestBytes).toBeLessThanOrEqual(16 * 1024)
      expect(cost.fromHiddenPages).toBe(0)
    }
  })
})

describe.each(viewers)('the live page in $target', ({ target, as }) => {
  it('stays small when its chat is full, and sends nothing from under another page', async () => {
    const mini = await stage().openMini({ target, as, launch: roomLaunch(orchardLive) })
    await watchVideo(mini.page)
    const crowd = await Crowd.gather(stage().url, orchardLive)
    await crowd.talk(30, 2)
    const size = await mini.treeSize()
    expect(size.widest).toBeLessThanOrEqual(60)
    expect(size.nodes).toBeLessThan(1_000)
    expect(size.depth).toBeLessThan(30)

    await mini.navigateTo('/packages/trade/addresses/index')
    await mini.page.getByText('文三路').first().waitFor()
    await mini.forgetCrossings()
    await crowd.talk(30, 2)
    expect((await mini.crossings()).filter(({ isHidden }) => isHidden)).toEqual([])
    await mini.page.locator('[aria-label="返回"]:visible').tap()
    await mini.page
      .getByText(await crowd.closeTalk())
      .first()
      .waitFor()
    crowd.end()
  })
})

it.each(['weapp', 'alipay'])('the main package of %s holds no chat SDK', (target) => {
  const folder = inProject('dist', target)
  const main = listFiles(folder).filter((file) => file.endsWith('.js') && !file.includes('/packages/'))
  expect(main.filter((file) => readFileSync(file, 'utf8').includes('TencentCloudChat'))).toEqual([])
  expect(main.length).toBeGreaterThan(3)
})
