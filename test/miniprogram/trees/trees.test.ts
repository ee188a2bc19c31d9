import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inProject } from '../../../config/paths'
import { setStage } from '../../journeys/stage'
import type { MiniTarget } from '../bundle'
import type { Host } from '../host/main'
import { packFolder } from '../pack/pack-folder'
import { Mini } from '../stage/mini'
import { comparable } from './across-hosts'
import { compileTrees } from './official-tree'
import { signsInAs } from './same-person'
import { outline, type DrawnPage } from './tree'
import { liveALittle, ORDER, PERSON, visits, type Visit } from './visits'

declare const __host: Host

const SAME_WITHIN_MS = 20_000
const stage = setStage()
// a copy, so that both engines read one build even if somebody builds meanwhile
const builds = mkdtempSync(path.join(tmpdir(), 'livestall-trees-'))
cpSync(inProject('dist/weapp'), path.join(builds, 'weapp'), { recursive: true })
cpSync(inProject('dist/alipay'), path.join(builds, 'alipay'), { recursive: true })
const official = compileTrees(path.join(builds, 'weapp'))
if (official.state === 'not-run')
  process.stderr.write(`trees are NOT COMPARED with WeChat's: ${official.message}\n`)
let weapp: Mini
let alipay: Mini
let orderId: string

jest.setTimeout(60_000)

beforeAll(async () => {
  const { url, browser } = stage()
  orderId = await liveALittle(url)
  const openAs = (target: MiniTarget): Promise<Mini> =>
    // not through the stage, which puts its phones away after each test
    Mini.open(browser, {
      target,
      as: PERSON,
      origin: url,
      folder: path.join(builds, target),
      prepare: signsInAs(PERSON, url),
    })
  ;[weapp, alipay] = await Promise.all([openAs('weapp'), openAs('alipay')])
}, 120_000)

afterAll(() => rmSync(builds, { recursive: true }))

describe.each(visits)('$name', (visit) => {
  beforeAll(async () => {
    await goTo(weapp, visit)
    await goTo(alipay, visit)
    for (const { page, target } of [weapp, alipay])
      await stage().shoot(page, `page-${target}-${visit.name.replaceAll(' ', '-')}`)
  }, 60_000)

  const [itIfOfficial, whyNot] =
    official.state === 'ready' ? [it, ''] : [it.skip, `, NOT RUN: ${official.message}`]
  itIfOfficial(`is drawn as WeChat's own compiler draws its data${whyNot}`, async () => {
    if (official.state !== 'ready') return
    const page = await drawn(weapp)
    expect(outline(page.children)).toEqual(outline(official.draw(page)))
  })

  it('is the same in both super-apps', async () => {
    const end = performance.now() + SAME_WITHIN_MS
    const both = async () => {
      // at one moment: countdowns go on between one reading and the next
      const [one, other] = await Promise.all([drawn(weapp), drawn(alipay)])
      return comparable(one.children, other.children)
    }
    let now = await both()
    // news of the show reach the two phones one after the other
    while (now.weapp.join() !== now.alipay.join() && performance.now() < end) {
      await weapp.page.waitForTimeout(100)
      now = await both()
    }
    expect(now.alipay).toEqual(now.weapp)
  })

  it('leaves nothing out of what its data says', async () => {
    expect([...(await weapp.missingNodes()), ...(await alipay.missingNodes())]).toEqual([])
  })
})

it('has visited every page of the app', () => {
  const { pages } = packFolder(path.join(builds, 'weapp'), 'weapp', { origin: stage().url })
  const visited = new Set(visits.map(({ path: url }) => url.replace(/\?.*/, '')))
  expect([...visited].toSorted()).toEqual(pages.toSorted())
})

it('has nothing to complain about after all pages', async () => {
  expect([...(await weapp.lastWords()), ...(await alipay.lastWords())]).toEqual([])
})

async function goTo({ page }: Mini, { path: url, shows, act }: Visit): Promise<void> {
  await page.evaluate(
    (at) => {
      __host.stack.reLaunch(at)
    },
    `/${url.replace(ORDER, orderId)}`,
  )
  await act?.(page)
  await page.locator('.frame:not([hidden])').getByText(shows).first().waitFor()
}

const drawn = ({ page }: Mini): Promise<DrawnPage> => page.evaluate(() => __host.drawnTree())
