import type { Instance } from 'glass-easel-miniprogram-adapter'
import type { PlainEvents } from './events'

/** What `Component` is given in Alipay. */
interface AlipayDefinition {
  readonly data?: object
  readonly props?: Readonly<Record<string, unknown>>
  readonly methods?: object
  readonly options?: object
  onInit?(): void
  deriveDataFromProps?(next: object): void
  didMount?(): void
  didUnmount?(): void
}

/** Alipay's component in WeChat's words: props are properties, didMount and didUnmount are lifetimes. */
export function fromAlipayComponent(definition: AlipayDefinition, plainEvents: PlainEvents): object {
  const props = definition.props ?? {}
  const names = Object.keys(props)
  const follow = function (this: Instance): void {
    const next = { ...this.data }
    definition.deriveDataFromProps?.call(this, next)
    this.props = next
  }
  return {
    data: definition.data ?? {},
    options: definition.options ?? {},
    methods: plainEvents({ ...definition.methods }),
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: props[name] }])),
    observers: Object.fromEntries(names.map((name) => [name, follow])),
    lifetimes: {
      created(this: Instance) {
        this.props = {}
      },
      attached(this: Instance) {
        this.props = { ...this.data }
        definition.onInit?.call(this)
        definition.didMount?.call(this)
      },
      detached(this: Instance) {
        definition.didUnmount?.call(this)
      },
    },
  }
}
