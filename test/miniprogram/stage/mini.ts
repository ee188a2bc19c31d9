import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { inProject } from '../../../config/paths'
import type { Launch, MiniTarget } from '../bundle'
import type { Host } from '../host/main'
import { PACKAGE_PATH } from '../host/package-url'
import type { Crossing } from '../host/recorder'
import type { TreeSize } from '../host/tree-size'
import type { Picked } from '../host/world'
import { packFolder } from '../pack/pack-folder'
import { hostScript } from './host-script'

declare const __host: Host

export interface MiniOptions {
  readonly target: MiniTarget
  /** Where the product answers. */
  readonly origin: string
  /** Where the chat answers, if not beside the product. */
  readonly chatOrigin?: string
  /** Done with the window before anything is loaded into it. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Whose super-app it is: a persona of the local product. */
  readonly as: string
  readonly launch?: Partial<Launch>
  readonly colorScheme?: 'light' | 'dark'
  readonly size?: { readonly width: number; readonly height: number }
  /** The compiled mini-program; `dist/<target>` unless named. */
  readonly folder?: string
}

const PHONE = { width: 390, height: 844 }
const HOST_PATH = '/miniprogram-host'
const FIRST_PAGE = 'pages/feed/index'
const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
}

/** A native player keeps to itself that a piece of the stream came too late: it asks for the next. */
const MEDIA = /^https?:\/\/[^/]+\/live\//

/** A compiled mini-program running in a browser window, on the phone of one person. */
export class Mini {
  /** Console errors and uncaught exceptions. */
  readonly complaints: string[] = []

  private constructor(
    readonly page: Page,
    readonly target: MiniTarget,
  ) {}

  static async open(browser: Browser, options: MiniOptions): Promise<Mini> {
    const context = await browser.newContext({
      viewport: options.size ?? PHONE,
      deviceScaleFactor: 1,
      hasTouch: true,
      isMobile: true,
      colorScheme: options.colorScheme ?? 'light',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const mini = new Mini(page, options.target)
    page.on('console', (message) => {
      if (message.type() === 'error' && !MEDIA.test(message.location().url))
        mini.complaints.push(message.text())
    })
    page.on('pageerror', (error) => mini.complaints.push(error.stack ?? error.message))
    await serve(page, options)
    await options.prepare?.(page)
    await page.goto(options.origin + HOST_PATH)
    return mini
  }

  /** What went wrong so far: the host's problems and the console's errors. */
  async problems(): Promise<readonly string[]> {
    const told = await this.page.evaluate(() =>
      typeof __host === 'undefined' ? ['the host did not start'] : __host.recorder.problems,
    )
    return [...told, ...this.complaints]
  }

  /** Nodes that the data of the page on screen has and its picture lacks. */
  missingNodes(): Promise<readonly string[]> {
    return this.page.evaluate(() => __host.missingNodes())
  }

  treeSize(): Promise<TreeSize> {
    return this.page.evaluate(() => __host.treeSize())
  }

  crossings(): Promise<readonly Crossing[]> {
    return this.page.evaluate(() => __host.recorder.crossings)
  }

  async forgetCrossings(): Promise<void> {
    await this.page.evaluate(() => {
      __host.recorder.crossings.length = 0
    })
  }

  /** Takes the complaints that a test has caused on purpose; all others still fail it. */
  forgive(expected: RegExp): void {
    const rest = this.complaints.filter((complaint) => !expected.test(complaint))
    this.complaints.splice(0, this.complaints.length, ...rest)
  }

  async route(): Promise<string> {
    return this.page.evaluate(() => __host.stack.top()?.route ?? '')
  }

  /** Goes to another page as a tap of somewhere would. */
  async navigateTo(url: string): Promise<void> {
    await this.page.evaluate((to) => {
      __host.stack.navigateTo(to)
    }, url)
  }

  async deny(api: string): Promise<void> {
    await this.page.evaluate((name) => __host.world.denied.add(name), api)
  }

  async pick(files: readonly Picked[]): Promise<void> {
    await this.page.evaluate((picked) => {
      __host.world.picked = picked
    }, files)
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => __host.world.clipboard)
  }

  /** Pictures in the person's album, the latest last. */
  album(): Promise<readonly string[]> {
    return this.page.evaluate(() => __host.world.album)
  }

  /** What customer service was told, each time that it was opened. */
  service(): Promise<readonly object[]> {
    return this.page.evaluate(() => __host.world.service)
  }

  shareCard(): Promise<unknown> {
    return this.page.evaluate(() => __host.lastShareCard())
  }

  async goOffline(isOffline = true): Promise<void> {
    await this.page.context().setOffline(isOffline)
  }

  async leave(): Promise<void> {
    await this.page.evaluate(() => {
      __host.leave()
    })
  }

  async comeBack(): Promise<void> {
    await this.page.evaluate(() => {
      __host.comeBack()
    })
  }

  async pullDown(): Promise<void> {
    await this.page.evaluate(() => {
      __host.pullDown()
    })
  }

  /** Puts the phone away; what it complained about, and what its last page failed to draw. */
  async lastWords(): Promise<readonly string[]> {
    if (this.page.isClosed()) return []
    const said = [
      ...(await this.problems()),
      ...(await this.missingNodes()).map((node) => `not drawn: ${node}`),
    ]
    await this.close()
    return said.map((words) => `${this.target}: ${words}`)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}

async function serve(page: Page, options: MiniOptions): Promise<void> {
  const folder = options.folder ?? inProject('dist', options.target)
  const [script, html] = [await hostScript(), hostPage(folder, options)]
  await page.route(`**${HOST_PATH}**`, (route) =>
    new URL(route.request().url()).pathname === HOST_PATH
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
  )
  await page.route(`**${PACKAGE_PATH}/**`, (route) => {
    const name = path.normalize(new URL(route.request().url()).pathname.slice(PACKAGE_PATH.length))
    const file = path.join(folder, name)
    // a picture that the package lacks is a 404, which the console complains about
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return route.fulfill({ status: 404 })
    return route.fulfill({
      path: file,
      contentType: TYPES[path.extname(file)] ?? 'application/octet-stream',
    })
  })
}

function hostPage(folder: string, options: MiniOptions): string {
  const { target, as: persona, launch } = options
  const boot = {
    bundle: packFolder(folder, target, options),
    launch: { path: FIRST_PAGE, query: {}, scene: 1001, ...launch },
    persona,
  }
  const look = readFileSync(inProject('test/miniprogram/host/look.css'), 'utf8')
  // the app's own code must not end the script element that carries it
  const json = JSON.stringify(boot).replaceAll('</', '<\\/')
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><style>${look}</style><body><script>var __BOOT__=${json}</script>
<script src="${HOST_PATH}/host.js"></script>`
}
