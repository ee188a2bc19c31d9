import type { MiniTarget } from '../bundle'
import type { BuildCopy } from './build-copy'

/** One way in which a build can come out broken. */
export interface Mutation {
  readonly name: string
  /** The host whose kind of file it is; most concern both. */
  readonly only?: MiniTarget
  /** WeChat's pipeline reads what it breaks, and is worth its seconds. */
  readonly isForPipeline?: boolean
  readonly apply: (build: BuildCopy) => void
}

/** All of them: where a component needs it, Taro writes the templates into every page of Alipay. */
const TEMPLATES = /\.(wxml|axml)$/
const BASE = /^base\.(wxml|axml)$/
const TEMPLATE_SCRIPT = /^utils\.(wxs|sjs)$/
const APP = /^app\.js$/
const ROOM = 'packages/live/room/index'

const templatesOf = (tag: string): RegExp =>
  new RegExp(`<template name="tmpl_[^"]+">\\s*<${tag}\\s[\\s\\S]*?</template>`, 'g')

/** Takes attributes from every tag of a kind. */
const without = (tag: string, attribute: RegExp) => (text: string) =>
  text.replace(new RegExp(`<${tag}\\s[^>]*>`, 'g'), (whole) => whole.replace(attribute, ''))

const codeBeforeApp = (code: string) => (build: BuildCopy) => build.edit(APP, (text) => `${code};${text}`)

const inJson =
  (file: RegExp, change: (config: Record<string, unknown>) => object) =>
  (build: BuildCopy): void => {
    build.edit(file, (text) => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)))
  }

const templateMutations: readonly Mutation[] = [
  {
    name: 'template removed: text',
    apply: (build) => build.edit(TEMPLATES, (text) => text.replace(templatesOf('text'), '')),
  },
  {
    name: 'template removed: share button',
    apply: (build) => build.edit(TEMPLATES, (text) => text.replace(templatesOf('button'), '')),
  },
  {
    name: 'handler renamed',
    apply: (build) => build.edit(TEMPLATES, (text) => text.replaceAll('="eh"', '="eg"')),
  },
  {
    name: 'event lost: tap of a view',
    apply: (build) => build.edit(TEMPLATES, without('view', / (bindtap|onTap)="eh"/)),
  },
  {
    name: 'event lost: typing',
    apply: (build) => build.edit(TEMPLATES, without('input', / (bindinput|onInput)="eh"/)),
  },
  {
    name: 'event lost: sending',
    apply: (build) => build.edit(TEMPLATES, without('input', / (bindconfirm|onConfirm)="eh"/)),
  },
  {
    name: 'wrong prop name: address of the video',
    apply: (build) => build.edit(TEMPLATES, (text) => text.replace(/<(live-player|video) src=/g, '<$1 url=')),
  },
  {
    name: 'wrong prop name: address of a picture',
    apply: (build) => build.edit(TEMPLATES, (text) => text.replace(/<image src=/g, '<image source=')),
  },
  {
    name: 'unclosed tag',
    apply: (build) => build.edit(BASE, (text) => text.replace('</view>', '')),
  },
  {
    name: 'expression cut short',
    apply: (build) => build.edit(BASE, (text) => text.replace('{{i.cl}}', '{{i.cl +}}')),
  },
  {
    name: 'templates imported from nowhere',
    apply: (build) => build.edit(new RegExp(`^${ROOM}\\.`), (text) => text.replace('/base.', '/bass.')),
  },
]

const scriptMutations: readonly Mutation[] = [
  {
    name: 'wxs broken: gives other names',
    apply: (build) => build.edit(TEMPLATE_SCRIPT, (text) => text.replaceAll("'tmpl_'", "'tpml_'")),
  },
  {
    name: 'wxs broken: does not parse',
    apply: (build) => build.edit(TEMPLATE_SCRIPT, (text) => text.replace('return', 'retrun')),
  },
  {
    name: 'localStorage used',
    apply: codeBeforeApp('localStorage.setItem("seen", "1")'),
  },
  { name: 'code made from text', apply: codeBeforeApp('new Function("a", "return a")') },
  {
    name: 'API that no host has',
    apply: codeBeforeApp('(typeof wx === "object" ? wx : my).requestFeeling({})'),
  },
  {
    name: 'page js missing',
    isForPipeline: true,
    apply: (build) => build.remove(new RegExp(`^${ROOM}\\.js$`)),
  },
  { name: 'chunk missing: shared by all', apply: (build) => build.remove(/^vendors\.js$/) },
  {
    name: 'chunk missing: of the room',
    apply: (build) => build.remove(/^packages\/live\/sub-common\/\w+\.js$/),
  },
  {
    name: "another subpackage's file used",
    apply: (build) =>
      build.edit(new RegExp(`^${ROOM}\\.js$`), (text) => `require("../../trade/order/index");${text}`),
  },
  { name: 'component missing', only: 'weapp', apply: (build) => build.remove(/^comp\.js$/) },
]

/** A word for each host. */
const WRONG = { navigationStyle: 'costum', transparentTitle: 'allways' }

const configMutations: readonly Mutation[] = [
  {
    name: 'app.json enum wrong',
    isForPipeline: true,
    apply: inJson(/^app\.json$/, (app) => ({ ...app, window: { ...Object(app.window), ...WRONG } })),
  },
  {
    name: 'page enum wrong',
    isForPipeline: true,
    apply: inJson(new RegExp(`^${ROOM}\\.json$`), (page) => ({ ...page, ...WRONG })),
  },
  {
    name: 'page not listed',
    apply: inJson(/^app\.json$/, (app) => ({ ...app, subPackages: [] })),
  },
  {
    name: 'style rule not closed',
    apply: (build) => build.edit(/^common\.(wxss|acss)$/, (text) => text.replace('}', '')),
  },
]

export const mutations: readonly Mutation[] = [...templateMutations, ...scriptMutations, ...configMutations]
