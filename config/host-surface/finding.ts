import type ts from 'typescript'
import type { Host } from './hosts'

/**
 * `missing`: the host has no such API. `unbound`: the template built for the host drops the prop. `undeclared`: Taro's
 * declarations do not name the host, so that nobody promises that it works there.
 */
export type Fault = 'missing' | 'unbound' | 'undeclared'

export interface Finding {
  readonly host: Host
  /** `Taro.request`, `wx.login`, `Image.lazyLoad`, or a component alone. */
  readonly name: string
  readonly fault: Fault
  readonly detail: string
  readonly node: ts.Node
}
