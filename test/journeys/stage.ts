import { mkdirSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { inProject } from '../../config/paths'
import { Mini, type MiniOptions } from '../miniprogram/stage/mini'
import { findChromium } from '../tools/find-tools'
import { runProduct, type RunningProduct, type RunOptions } from '../tools/run-product'

const SCREENS = inProject('.screens')
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1440, height: 900 }
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // the clipboard and autoplay behave as they do for a person who has allowed them
  '--autoplay-policy=no-user-gesture-required',
  // the host of the mini-programs is a page that no server gave, and would not be let near the loopback
  '--disable-features=LocalNetworkAccessChecks',
]

export interface WindowOptions {
  /** Who is in front of it; nobody is a guest. */
  readonly as?: string
  /** What stands behind the `#`. */
  readonly at?: string
  readonly size?: 'phone' | 'desktop'
  readonly colorScheme?: 'light' | 'dark'
}

/** The running product and the browser windows in front of it. Every error that a page prints is kept. */
export class Stage {
  readonly complaints: string[] = []
  readonly #minis: Mini[] = []

  private constructor(
    readonly product: RunningProduct,
    readonly browser: Browser,
  ) {}

  static async set(options: RunOptions = {}): Promise<Stage> {
    const product = await runProduct(options)
    const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: QUIET })
    mkdirSync(SCREENS, { recursive: true })
    return new Stage(product, browser)
  }

  get url(): string {
    return this.product.url
  }

  async open({ as, at = '/', size = 'phone', colorScheme = 'light' }: WindowOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: size === 'phone' ? PHONE : DESKTOP,
      deviceScaleFactor: 1,
      hasTouch: size === 'phone',
      colorScheme,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => this.complaints.push(`${as ?? 'guest'}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${as ?? 'guest'}: ${message.text()}`)
    })
    await page.goto(`${this.url}/${as === undefined ? '' : `?as=${as}`}#${at}`)
    return page
  }

  /** A compiled mini-program on somebody's phone. */
  async openMini(options: Omit<MiniOptions, 'origin'>): Promise<Mini> {
    const mini = await Mini.open(this.browser, { ...options, origin: this.url })
    this.#minis.push(mini)
    return mini
  }

  /** What the phones that are on still have to say; then they are put away. */
  async putMinisAway(): Promise<readonly string[]> {
    const said = await Promise.all(this.#minis.splice(0).map((mini) => mini.lastWords()))
    return said.flat()
  }

  /** Takes the complaints that a test has caused on purpose; all others still fail it. */
  forgive(expected: RegExp): void {
    const rest = this.complaints.filter((complaint) => !expected.test(complaint))
    this.complaints.splice(0, this.complaints.length, ...rest)
  }

  /** For a person to look at, in `.screens/`. */
  async shoot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: `${SCREENS}/${name}.png` })
  }

  async strike(): Promise<void> {
    await this.browser.close()
    await this.product.stop()
  }
}

/** One stage for a test file. A page that prints an error fails the test in which it does. */
export function setStage(options: RunOptions = {}): () => Stage {
  let stage: Stage | undefined
  beforeAll(async () => {
    stage = await Stage.set(options)
  }, 240_000)
  afterEach(async () => {
    expect([...(stage?.complaints.splice(0) ?? []), ...((await stage?.putMinisAway()) ?? [])]).toEqual([])
  })
  afterAll(() => stage?.strike(), 30_000)
  return () => {
    if (stage === undefined) throw new Error('The stage is set before the first test')
    return stage
  }
}
