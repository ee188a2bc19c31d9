import type { Instance } from 'glass-easel-miniprogram-adapter'
import type { PlainEvents } from './events'

type Values = Readonly<Record<string, unknown>>

/** What `Component` is given in Alipay. */
interface AlipayDefinition {
  readonly data?: object
  readonly props?: Values
  readonly methods?: object
  readonly options?: object
  onInit?(): void
  deriveDataFromProps?(next: Values): void
  didMount?(): void
  didUpdate?(propsBefore: Values, dataBefore: Values): void
  didUnmount?(): void
}

/** Alipay's component in WeChat's words: props are properties, didMount and didUnmount are lifetimes. */
export function fromAlipayComponent(definition: AlipayDefinition, plainEvents: PlainEvents): object {
  const defaults = definition.props ?? {}
  const names = Object.keys(defaults)
  const mounted = new WeakSet<Instance>()
  const propsOf = ({ data }: Instance): Values => Object.fromEntries(names.map((name) => [name, data[name]]))
  const follow = function (this: Instance): void {
    // the first values arrive before the component is there
    if (!mounted.has(this)) return
    const [before, next] = [this.props as Values, propsOf(this)]
    definition.deriveDataFromProps?.call(this, next)
    this.props = next
    definition.didUpdate?.call(this, before, { ...this.data, ...before })
  }
  return {
    data: definition.data ?? {},
    options: definition.options ?? {},
    methods: plainEvents({ ...definition.methods }),
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: defaults[name] }])),
    observers: Object.fromEntries(names.map((name) => [name, follow])),
    lifetimes: {
      created(this: Instance) {
        this.props = {}
      },
      attached(this: Instance) {
        this.props = propsOf(this)
        definition.onInit?.call(this)
        definition.deriveDataFromProps?.call(this, propsOf(this))
        mounted.add(this)
        definition.didMount?.call(this)
      },
      detached(this: Instance) {
        definition.didUnmount?.call(this)
      },
    },
  }
}
