import { glassEasel, MiniProgramEnv, type CodeSpace, type Root } from 'glass-easel-miniprogram-adapter'
import type { MiniBundle } from '../bundle'
import { rpxAsVw } from '../rpx'
import { registerElements } from './elements/register'
import { describe, type Recorder } from './recorder'

/** WeChat's component framework with the app's templates in it. */
export interface Engine {
  readonly space: CodeSpace
  createRoot(route: string): Root
}

/** Everything else that an element tells is told by the host's own elements, with the detail the platform gives. */
const FROM_THE_DOM = /^(tap|canceltap|touch\w+|animation\w+|transitionend)$/

export function createEngine(bundle: MiniBundle, recorder: Recorder): Engine {
  listenForTrouble(recorder)
  noticeLostHandlers(recorder)
  readRpxInStyles()
  glassEasel.globalOptions.writeIdToDOM = true
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  registerElements(env.getGlobalCodeSpace(), space, bundle)
  // the compiler wrote an expression; a page may evaluate it
  const groups = (0, eval)(bundle.templates) as Record<string, unknown>
  for (const [path, content] of Object.entries(groups))
    space.addCompiledTemplate(path, { groupList: groups, content })
  for (const [path, usingComponents] of Object.entries(bundle.uses)) {
    const component = bundle.isComponent.includes(path)
    space.addComponentStaticConfig(path, {
      usingComponents,
      component,
      ...(component ? { styleIsolation: 'apply-shared' } : {}),
    })
  }
  const backend = env.associateBackend(domBackend())
  return { space, createRoot: (route) => backend.createRoot('wx-root', space, `/${route}`) }
}

function domBackend(): object {
  const context = new glassEasel.CurrentWindowBackendContext()
  // without a listener the published framework dispatches nothing, in silence
  context.onEvent((target, type, detail, options) => {
    if (!FROM_THE_DOM.test(type)) return
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return context
}

const NO_CHILDREN = 'The for-list data is neither Array nor Object, got type "undefined"'

function listenForTrouble(recorder: Recorder): void {
  glassEasel.addGlobalErrorListener((error) => {
    recorder.problem('framework error', error)
    return false
  })
  glassEasel.addGlobalWarningListener((warning) => {
    // Taro's templates go over the children of a node that has none
    if (describe(warning).includes(NO_CHILDREN)) return false
    recorder.problem('framework warning', warning)
    return false
  })
  addEventListener('unhandledrejection', ({ reason }) => {
    recorder.problem('unhandled rejection', reason)
  })
}

/** An event for which the page has no method is nothing to the framework and an error to both hosts. */
function noticeLostHandlers(recorder: Recorder): void {
  const { getMethod } = glassEasel.Component
  glassEasel.Component.getMethod = (node, name) => {
    const method = getMethod(node, name)
    if (method === undefined && name !== '') recorder.problem(`${node.is} has no method "${name}"`)
    return method
  }
}

/** rpx is a unit of inline styles too. */
function readRpxInStyles(): void {
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, name === 'style' ? rpxAsVw(value) : value)
  }
}
