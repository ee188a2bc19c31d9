import type { CodeSpace, Instance, TreeEvent, TreeNode } from 'glass-easel-miniprogram-adapter'
import { builtInTags, kebabCase, type BuiltInTag } from '../../built-in-tags'
import type { MiniBundle, MiniTarget } from '../../bundle'
import { phoneAbilities } from '../phone'
import { serviceAbilities } from '../service'
import { shareFromButton } from '../sharing'
import { buttonThat, sharing } from './button'
import { input, textarea } from './field'
import { choice, choiceGroup, form, toggle } from './form'
import { label } from './label'
import { livePlayer } from './live-player'
import type { Part, SetUp } from './part'
import { canvas, image } from './picture'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper } from './swiper'
import { video } from './video'

/** Tags without an entry are boxes that hold what the template puts into them. */
const setUpsOf = (target: MiniTarget): Readonly<Partial<Record<BuiltInTag, SetUp>>> => ({
  button: buttonThat({
    share: sharing(shareFromButton),
    ...phoneAbilities[target],
    ...serviceAbilities[target],
  }),
  canvas,
  checkbox: choice,
  'checkbox-group': choiceGroup,
  form,
  image,
  input,
  label,
  'live-player': livePlayer,
  radio: choice,
  'radio-group': choiceGroup,
  'scroll-view': scrollView,
  slider,
  swiper,
  switch: toggle,
  textarea,
  video,
})

interface Life {
  readonly values: Map<string, unknown>
  readonly takers: Map<string, (value: unknown) => void>
  readonly cleaners: (() => void)[]
}
const lives = new WeakMap<HTMLElement, Life>()

/** Defines the built-in tags as components of the framework: a slot, a little DOM and the documented events. */
export function registerElements(builtIns: CodeSpace, app: CodeSpace, bundle: MiniBundle): void {
  const setUps = setUpsOf(bundle.target)
  for (const tag of builtInTags) {
    const path = `builtin/${tag}`
    const properties = [...new Set([...(bundle.properties[`wx-${tag}`] ?? []), 'hidden'])]
    builtIns.addComponentStaticConfig(path, { component: true })
    const definition = builtIns.component(path).definition({
      properties: Object.fromEntries(properties.map((name) => [name, null])),
      observers: Object.fromEntries(
        properties.map((name) => [
          name,
          function (this: Instance, value: unknown) {
            take(this, name, value)
          },
        ]),
      ),
      lifetimes: {
        created(this: Instance) {
          begin(this, setUps[tag])
        },
        detached(this: Instance) {
          for (const clean of lives.get(this._$.$$)?.cleaners ?? []) clean()
        },
      },
    })
    app.getComponentSpace().setGlobalUsingComponent(`wx-${tag}`, definition.register()._$)
  }
}

function begin(instance: Instance, setUp: SetUp | undefined): void {
  const node = instance._$
  const life: Life = { values: new Map(), takers: new Map(), cleaners: [] }
  lives.set(node.$$, life)
  const part: Part = {
    element: node.$$,
    get: (property) => node.data[property],
    on: (property, taker) => life.takers.set(property, taker),
    emit: (event, detail = {}) => {
      node.triggerEvent(event, detail, { bubbles: false })
    },
    onTap: (act) => {
      node.addListener('tap', ({ target }) => {
        act(nodeBehind(target).$$)
      })
    },
    refuseTaps: (isRefusing) => {
      const stop = (event: TreeEvent): void => {
        if (isRefusing()) event.stopPropagation()
      }
      // on its way down, before the app's own listener on the same tag
      node.addListener('tap', stop, { capture: true })
    },
    dataset: () => ({ ...node.dataset }),
    onGone: (clean) => life.cleaners.push(clean),
  }
  setUp?.(part)
}

/** An event names a component by what its code calls `this`. */
const nodeBehind = (target: TreeNode | Instance): TreeNode => ('_$' in target ? target._$ : target)

/** Every property is an attribute too, so that style sheets, tests and screen readers see it. */
function take(instance: Instance, name: string, value: unknown): void {
  const element = instance._$.$$
  const life = lives.get(element)
  // the framework tells again what has not changed, and a player must not begin again for that
  if (life === undefined || (life.values.has(name) && life.values.get(name) === value)) return
  life.values.set(name, value)
  // WeChat's word for the attribute that browsers and Alipay call role
  const attribute = name === 'ariaRole' ? 'role' : kebabCase(name)
  if (value === true) element.setAttribute(attribute, attribute.startsWith('aria-') ? 'true' : '')
  else if (typeof value === 'string' || typeof value === 'number')
    element.setAttribute(attribute, String(value))
  else element.removeAttribute(attribute)
  life.takers.get(name)?.(value)
}
