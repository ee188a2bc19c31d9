import type { Finding } from './finding'
import type { Host } from './hosts'

export interface Allowed {
  /** `idle`: it does nothing there and need not. `works`: it does, though Taro's declarations do not say so. */
  readonly as: 'idle' | 'works'
  readonly hosts: readonly Host[]
  /** As in a finding; `*` stands for any component, or for the rest of a name. */
  readonly name: string
  readonly reason: string
}

const everywhere = ['weapp', 'alipay'] as const

/** What the check would refuse and a person has looked at. An entry that excuses nothing any more is a failure. */
export const allowList: readonly Allowed[] = [
  {
    as: 'works',
    hosts: ['alipay'],
    name: 'LivePlayer*',
    reason:
      'Taro writes the tag and config/plugins/host-attributes what it leaves out; its declarations know nothing of it',
  },
  {
    as: 'works',
    hosts: ['weapp'],
    name: 'LivePlayer.enableRecvMessage',
    reason:
      "WeChat's own TRTC templates set it and its documents do not list it; where it is not heard the clock is guessed",
  },
  {
    as: 'works',
    hosts: ['weapp'],
    name: 'View.onTouch*',
    reason:
      'in WeChat touches are events of every tag; Taro notes them only where a host documents them tag by tag',
  },
  {
    as: 'works',
    hosts: ['weapp'],
    name: 'Canvas.id',
    reason: 'every tag of WeChat has an id, and a canvas of type 2d is found by it',
  },
  {
    as: 'works',
    hosts: ['alipay'],
    name: 'Taro.useShareAppMessage',
    reason:
      "a page's onShareAppMessage is called so on Alipay too, and Taro's runtime gives it to every page that asks",
  },
  ...['*.aria-*', '*.role'].map((name) => ({
    as: 'works' as const,
    hosts: everywhere,
    name,
    reason: 'config/plugins/host-attributes tells screen readers what Taro leaves out and does not declare',
  })),
  ...['*.aria-invalid', 'Text.aria-level', 'View.aria-busy', 'View.aria-hidden', 'View.aria-modal'].map(
    (name) => ({
      as: 'idle' as const,
      hosts: everywhere,
      name,
      reason:
        'told to the screen readers of a browser only: config/plugins/accessibility-components leaves it out',
    }),
  ),
  {
    as: 'idle',
    hosts: everywhere,
    name: 'View.tabIndex',
    reason: 'the focus of a keyboard, which is a thing of the browser',
  },
  {
    as: 'idle',
    hosts: everywhere,
    name: 'View.onKeyDown',
    reason: 'the keys of a keyboard, which is a thing of the browser; a tap does the same everywhere',
  },
  {
    as: 'idle',
    hosts: everywhere,
    name: 'Image.imgProps',
    reason: 'the alternative text of an <img>; the view around the picture carries it for everyone else',
  },
  {
    as: 'idle',
    hosts: everywhere,
    name: 'Input.nativeProps',
    reason: 'the type of an <input>; elsewhere `type` brings up the right keyboard',
  },
  {
    as: 'idle',
    hosts: everywhere,
    name: 'ScrollView.mpScrollTop',
    reason: "H5's name of scrollTop; src/ui/scroll-to.ts gives each host its own",
  },
  {
    as: 'idle',
    hosts: ['alipay'],
    name: 'ScrollView.enhanced',
    reason: "WeChat's condition for showScrollbar",
  },
  {
    as: 'idle',
    hosts: ['alipay'],
    name: 'ScrollView.showScrollbar',
    reason: 'a scroll bar that shows while the chat moves is no loss',
  },
  {
    as: 'idle',
    hosts: ['alipay'],
    name: 'Text.userSelect',
    reason: "WeChat's name for selectable, which belongs beside it",
  },
]

/** The findings that nobody has excused, and the entries that excuse none. */
export function applyAllowList(findings: readonly Finding[], allowed: readonly Allowed[]) {
  const entries = allowed.flatMap((entry) => entry.hosts.map((host) => ({ ...entry, host })))
  return {
    refused: findings.filter((finding) => !entries.some((entry) => excuses(entry, finding))),
    stale: entries.filter((entry) => !findings.some((finding) => excuses(entry, finding))),
  }
}

function excuses({ as, host, name }: Allowed & { readonly host: Host }, finding: Finding): boolean {
  return (
    host === finding.host && isNamed(name, finding.name) && (as === 'idle' || finding.fault === 'undeclared')
  )
}

function isNamed(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('.*')}$`).test(name)
}
