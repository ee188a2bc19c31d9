import type { Browser, Page } from 'playwright-core'
import { openShelf, say, watchVideo } from '../../journeys/shopping'
import type { MiniTarget } from '../bundle'
import type { Host } from '../host/main'
import { Mini } from '../stage/mini'
import { findings, type Finding } from './finding'

declare const __host: Host

/** Who looks at a build, and at which show: each probe at a time has its own, so that none sees another's likes. */
export interface Visitor {
  readonly person: Readonly<Record<MiniTarget, string>>
  readonly show: string
  readonly product: string
}

export interface Probe {
  readonly browser: Browser
  readonly origin: string
  readonly visitor: Visitor
  /** How long a step may take before it counts as failed. */
  readonly stepMs: number
}

export interface Walk {
  readonly found: readonly Finding[]
  readonly slowestStepMs: number
}

let spoken = 0
const FEED = 'pages/feed/index'
const ROOM = 'packages/live/room/index'

/** A short way through the app: in, the show, a word, a like, the shelf, the checkout and back. All that went wrong. */
export async function probe(folder: string, target: MiniTarget, to: Probe): Promise<Walk> {
  const { browser, origin, visitor } = to
  const opened = await Mini.open(browser, { target, origin, folder, as: visitor.person[target] }).catch(
    (error: unknown) => wordsOf(error),
  )
  if (typeof opened === 'string')
    return { found: findings('host', [`the package cannot be read: ${opened}`]), slowestStepMs: 0 }
  try {
    const { found, slowestStepMs } = await walk(opened, to)
    const told = [...findings('host', await hostProblems(opened)), ...findings('console', opened.complaints)]
    return { found: [...found, ...told], slowestStepMs }
  } finally {
    await opened.close()
  }
}

type Step = readonly [fact: string, act: (page: Page) => Promise<unknown>]

const stepsTo = ({ show, product }: Visitor, words: string): readonly Step[] => [
  ['the feed shows a show', (page) => page.getByText(show).first().waitFor()],
  ['covers are pictures', (page) => page.waitForFunction(hasPicture)],
  [
    'a tap on a show opens its room',
    async (page) => {
      await page.getByText(show).first().tap()
      await frameOf(page, ROOM).waitFor()
    },
  ],
  ['the video moves', watchVideo],
  [
    'typing wakes the button that sends',
    async (page) => {
      await page.getByRole('textbox', { name: '说点什么…' }).fill(words)
      await page.locator('[aria-label="发送"][aria-disabled="false"]').waitFor()
    },
  ],
  [
    'what is said appears',
    async (page) => {
      await say(page, words)
      await frameOf(page, ROOM).getByText(words).first().waitFor()
    },
  ],
  ['a like counts', like],
  [
    'the room can be sent on',
    async (page) => {
      await page.getByLabel('分享', { exact: true }).tap()
      await page.getByRole('dialog').getByText('发给朋友').waitFor()
      await page.getByRole('dialog').getByLabel('关闭').tap()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  ],
  [
    'the shelf opens',
    async (page) => {
      await openShelf(page)
      await page.getByRole('dialog').getByLabel(`购买 ${product}`).waitFor()
    },
  ],
  [
    'a product opens the checkout',
    async (page) => {
      await page.getByRole('dialog').getByLabel(`购买 ${product}`).tap()
      await page.getByText('提交订单').waitFor()
    },
  ],
  [
    'the way back leads to the feed',
    async (page) => {
      await page.getByRole('dialog').getByLabel('关闭').tap()
      await page.getByLabel('返回').last().tap()
      await frameOf(page, FEED).waitFor()
    },
  ],
]

/** One step after the other until one fails or the host complains; what a page leaves undrawn is asked for after each. */
async function walk(mini: Mini, { visitor, stepMs }: Probe): Promise<Walk> {
  let slowestStepMs = 0
  mini.page.setDefaultTimeout(stepMs)
  // words that nobody has said before: the room's history would answer for a message that never went out
  spoken += 1
  for (const [fact, act] of stepsTo(visitor, `果子甜 ${spoken}`)) {
    const started = performance.now()
    const failure = await Promise.race([act(mini.page).then(() => null, wordsOf), untilHostComplains(mini)])
    slowestStepMs = Math.max(slowestStepMs, performance.now() - started)
    const undrawn = findings(
      'missing node',
      await mini.missingNodes().catch((error: unknown) => [wordsOf(error)]),
    )
    const failed = failure === null ? [] : findings('journey', [`not so: ${fact} (${failure})`])
    const found = [...failed, ...undrawn]
    if (found.length > 0 || (await hostProblems(mini)).length > 0) return { found, slowestStepMs }
  }
  return { found: [], slowestStepMs }
}

/** Whoever waits for the step of a host that has complained already waits in vain. */
const untilHostComplains = ({ page }: Mini): Promise<string | null> =>
  page
    .waitForFunction(() => typeof __host === 'undefined' || __host.recorder.problems.length > 0)
    .then(() => 'the host complains', wordsOf)

const hostProblems = ({ page }: Mini): Promise<readonly string[]> =>
  page.evaluate(() => (typeof __host === 'undefined' ? ['the host did not start'] : __host.recorder.problems))

const frameOf = (page: Page, route: string) => page.locator(`.frame[data-route="${route}"]:not([hidden])`)

const hasPicture = (): boolean =>
  [...document.querySelectorAll<HTMLImageElement>('.frame:not([hidden]) wx-image img')].some(
    ({ naturalWidth }) => naturalWidth > 0,
  )

async function like(page: Page): Promise<void> {
  const heart = page.getByLabel('点赞')
  const before = await heart.innerText()
  await heart.tap()
  await heart.getByText(String(Number(before) + 1), { exact: true }).waitFor()
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
