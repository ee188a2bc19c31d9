import type { MiniBundle, MiniTarget } from '../bundle'
import type { Bars } from './bars'
import type { PageStack } from './page-stack'
import type { Recorder } from './recorder'

/** A file that the person picks when the app asks for one. */
export interface Picked {
  readonly name: string
  readonly base64: string
}

/** The phone and the person around the mini-program: what a test decides. */
export interface World {
  /** Who is signed in to the super-app. */
  persona: string
  /** The next files that are picked; empty: the person cancels. */
  picked: readonly Picked[]
  /** APIs whose permission the person has refused. */
  readonly denied: Set<string>
  /** What the person has allowed, by the host's word for it. */
  readonly allowed: Set<string>
  /** APIs that were called and that the host does not play. */
  readonly unplayed: Set<string>
  /** What the app put on the clipboard. */
  clipboard: string
  /** Pictures that the app put into the album, as data URLs. */
  readonly album: string[]
  /** What customer service was told when the person opened it. */
  readonly service: object[]
  /** How often each API was called. */
  readonly calls: Map<string, number>
}

/** What the parts of the host that play APIs know about each other. */
export interface HostParts {
  readonly bundle: MiniBundle
  readonly target: MiniTarget
  readonly recorder: Recorder
  readonly world: World
  readonly stack: PageStack
  readonly bars: Bars
  readonly launch: () => object
}

/** Functions by the name that the app calls them by. */
export type Api = Readonly<Record<string, unknown>>

export const newWorld = (persona: string): World => ({
  persona,
  picked: [],
  denied: new Set(),
  allowed: new Set(),
  unplayed: new Set(),
  clipboard: '',
  album: [],
  service: [],
  calls: new Map(),
})
