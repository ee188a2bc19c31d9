import { orchardLive } from '../../journeys/seeded'
import { openShelf } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { viewers } from './people'
import { roomLaunch } from './way'

const stage = setStage()
const APPLES = '阿克苏冰糖心苹果'
jest.setTimeout(120_000)

it('lets viewers of both super-apps ask for an explanation, and the host answer both at once', async () => {
  const host = await stage().openMini({
    target: 'alipay',
    as: 'assistant-orchard',
    launch: { path: 'packages/studio/console/index', query: { id: orchardLive } },
  })
  const minis = await Promise.all(
    viewers.map(({ target, as }) => stage().openMini({ target, as, launch: roomLaunch(orchardLive) })),
  )
  for (const { page } of minis) {
    await openShelf(page)
    await page.getByLabel(`求讲解 ${APPLES}`, { exact: true }).tap()
    await page.getByLabel(`已求讲解 ${APPLES}`).waitFor()
  }
  await Promise.all(minis.map(({ page }) => page.getByText('2 人想看').waitFor()))
  await Promise.all(minis.map((mini) => stage().shoot(mini.page, `mini-${mini.target}-asked`)))
  await host.page.getByText('2 人求讲解').first().waitFor()
  await stage().shoot(host.page, 'mini-alipay-console-asked')
  await host.page.getByLabel(`讲解 ${APPLES}`, { exact: true }).tap()
  await Promise.all(
    minis.map(async ({ page }) => {
      await page.getByText('2 人想看').waitFor({ state: 'detached' })
      await page.getByLabel(`购买 ${APPLES}`).first().waitFor()
    }),
  )
})
