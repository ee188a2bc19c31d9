import type { Instance } from 'glass-easel-miniprogram-adapter'
import type { Launch, MiniBundle } from '../bundle'
import { fromAlipayComponent } from './alipay-component'
import { feedbackApi } from './api/feedback'
import { canvasApi } from './api/canvas'
import { fileApi } from './api/files'
import { messageApi } from './api/messages'
import { navigationApi } from './api/navigation'
import { playableIn } from './api/playable'
import { requestApi } from './api/request'
import { alipaySocketApi, weappSocketApi } from './api/socket'
import { storageApi } from './api/storage'
import { subscribe } from './api/subscriptions'
import { onlyRealNames } from './api/surface'
import { systemApi } from './api/system'
import { videoApi } from './api/video'
import { walletApi } from './api/wallet'
import { createBars } from './bars'
import { drawnTree } from './drawn-tree'
import { createEngine } from './engine'
import { plainEvents } from './events'
import { playLongPress } from './gestures'
import { createModules, refusingFunction } from './modules'
import { addSheet, PageStack } from './page-stack'
import { phoneIsOf } from './phone'
import { serviceIsOf } from './service'
import { Recorder } from './recorder'
import { answerSharesWith, lastShareCard } from './sharing'
import { missingNodes } from './missing-nodes'
import { treeSize } from './tree-size'
import { newWorld, type HostParts } from './world'

/** What the stage puts on the page before this script. */
interface Boot {
  readonly bundle: MiniBundle
  readonly launch: Launch
  readonly persona: string
}
declare const __BOOT__: Boot

/** The part of an app's definition that the host calls. */
interface App {
  onLaunch?(launch: object): void
  onShow?(launch: object): void
  onHide?(): void
}

/** Boots the compiled app; the returned handle is what a test holds on to. */
function boot({ bundle, launch, persona }: Boot) {
  const { target } = bundle
  const recorder = new Recorder()
  for (const problem of bundle.problems) recorder.problem(problem)
  const stage = document.body.appendChild(document.createElement('main'))
  const world = newWorld(persona)
  phoneIsOf(world)
  serviceIsOf(world)
  const engine = createEngine(bundle, recorder)
  const stack: PageStack = new PageStack({
    bundle,
    engine,
    recorder,
    bars: () => bars,
    loadPage: (route) => modules.load(`${route}.js`),
  })
  const bars = createBars(bundle, stage, {
    onBack: () => {
      stack.back(1)
    },
    onHome: () => {
      stack.reLaunch(`/${bundle.pages[0] ?? ''}`)
    },
    onTab: (route) => {
      stack.switchTab(`/${route}`)
    },
  })
  const options = { ...launch, referrerInfo: {} }
  const parts: HostParts = { bundle, target, recorder, world, stack, bars, launch: () => options }
  const { api, tell } = playEverything(parts)
  let app: App = {}
  const modules = createModules(
    bundle,
    globalsFor(parts, api, {
      engine,
      current: () => modules.current(),
      register: (definition) => {
        app = definition
      },
      app: () => app,
    }),
  )
  for (const [path, css] of Object.entries(bundle.styles)) if (!bundle.pages.includes(path)) addSheet(css)
  answerSharesWith((reason) => stack.call('onShareAppMessage', reason))
  playLongPress(target)
  return {
    recorder,
    world,
    stack,
    lastShareCard,
    missingNodes: () => missingNodes(stack),
    treeSize: () => treeSize(stack),
    drawnTree: () => drawnTree(stack),
    start(): void {
      modules.load('app.js')
      app.onLaunch?.(options)
      app.onShow?.(options)
      stack.open(launch.path, launch.query)
    },
    /** The person goes to another app. */
    leave(): void {
      stack.cover()
      app.onHide?.()
      tell('AppHide', {})
    },
    comeBack(): void {
      app.onShow?.(options)
      tell('AppShow', options)
      stack.show()
    },
    pullDown(): void {
      stack.call('onPullDownRefresh')
    },
  }
}

function playEverything(parts: HostParts) {
  const playable = playableIn(parts)
  const { api: news, tell } = subscribe(parts, playable)
  const socketApi = parts.target === 'weapp' ? weappSocketApi : alipaySocketApi
  const played = Object.assign(
    {},
    news,
    ...[
      systemApi,
      storageApi,
      navigationApi,
      feedbackApi,
      walletApi,
      requestApi,
      socketApi,
      fileApi,
      canvasApi,
      videoApi,
      messageApi,
    ].map((play) => play(parts, playable)),
  ) as Readonly<Record<string, unknown>>
  return { api: onlyRealNames(parts, played), tell }
}

interface Definitions {
  readonly engine: ReturnType<typeof createEngine>
  readonly current: () => string
  readonly register: (app: App) => void
  readonly app: () => App
}

/** What every file of the app sees beside its own `require`. */
function globalsFor(
  { bundle, target, recorder, stack }: HostParts,
  api: Readonly<Record<string, unknown>>,
  { engine, current, register, app }: Definitions,
): Readonly<Record<string, unknown>> {
  const plain = plainEvents(bundle)
  const globalObject: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
  }
  const define = (make: (builder: ReturnType<typeof engine.space.component>) => { register(): unknown }) => {
    make(engine.space.component(current())).register()
  }
  const component = (definition: { readonly methods?: object }): object =>
    target === 'alipay'
      ? fromAlipayComponent(definition, plain)
      : { ...definition, methods: plain({ ...definition.methods }) }
  return {
    App: (definition: App) => {
      register(plain(definition))
    },
    getApp: app,
    getCurrentPages: (): readonly Instance[] => stack.instances(),
    Page: (definition: object) => {
      define((builder) => builder.pageDefinition(plain({ ...definition })))
    },
    Component: (definition: object) => {
      define((builder) => builder.definition(component(definition)))
    },
    Behavior: (definition: object) => engine.space.behavior().definition(definition).register(),
    Function: refusingFunction(globalObject, (code) => {
      recorder.problem(`code made from text: ${code.slice(0, 80)}`)
    }),
    global: globalObject,
    globalThis: globalObject,
    ...(target === 'alipay'
      ? { my: api, navigator: { userAgent: 'AlipayClient/10.8' } }
      : { wx: api, __wxConfig: { pages: bundle.pages } }),
  }
}

const host = boot(__BOOT__)
Object.assign(globalThis, { __host: host })
try {
  host.start()
} catch (error) {
  host.recorder.problem('the app did not start', error)
}

export type Host = typeof host
