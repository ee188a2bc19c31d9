import helper from '@tarojs/helper'
import { Alipay } from '@tarojs/plugin-platform-alipay'
import { Weapp } from '@tarojs/plugin-platform-weapp'
import { getComponentsAlias, toCamelCase, toDashed } from '@tarojs/shared'
import hostAttributes from '../plugins/host-attributes'
import type { Host } from './hosts'

/** Whether the host's template hands a prop of a component on, or has the component at all. */
export type IsBound = (component: string, prop: string | null) => boolean

type Table = Record<string, Record<string, string>>

interface Template {
  internalComponents: Table
  componentsAlias: unknown
  createMiniComponents(components: Table): Table
}

/** Taro keeps these for itself, or writes them into every template beside a component's own attributes. */
const TAROS_OWN = new Set(['key', 'ref', 'children', 'id', 'catchMove', 'compileMode'])
/** What Taro calls these in the data that it sends to a template. */
const SHORT: Readonly<Record<string, string>> = { className: 'cl', style: 'st' }

/**
 * What Taro's build, with our own plugin, writes into base.wxml and base.axml, asked of the build itself: a prop that
 * has no place there is dropped without a word, whatever Taro's declarations promise.
 */
export function boundAttributes(host: Host): IsBound {
  const template = host === 'weapp' ? weappTemplate() : alipayTemplate()
  const aliases: Readonly<Table> = getComponentsAlias(template.internalComponents)
  template.componentsAlias = aliases
  const table: Readonly<Table> = template.createMiniComponents(template.internalComponents)
  return (component, prop) => {
    const attributes = table[toDashed(component)]
    if (attributes === undefined) return false
    if (prop === null || TAROS_OWN.has(prop) || prop.startsWith('data-')) return true
    if (prop.startsWith('on')) return Object.keys(attributes).some((attribute) => isEvent(attribute, prop))
    const name = toCamelCase(prop)
    const sentAs = SHORT[name] ?? aliases[toDashed(component)]?.[name] ?? name
    // the attribute may have another name, the data has not: `{{i.p4}}`, `{{xs.b(i.p4,!1)}}`
    return Object.values(attributes).some((value) => value.split(/[^\w.]/).includes(`i.${sentAs}`))
  }
}

/** Taro's React calls a click by its mini-program name and compares the others without case. */
function isEvent(attribute: string, prop: string): boolean {
  const event = prop.slice(2).toLowerCase()
  const bound = /^(?:bind|catch|on)(.+)$/.exec(attribute)?.[1]?.toLowerCase()
  return bound === (event === 'click' ? 'tap' : event)
}

function weappTemplate(): Template {
  const platform = new Weapp(bareContext, {})
  standAlone(platform.template)
  platform.modifyTemplate()
  runOwnPlugin('weapp', platform)
  return platform.template
}

function alipayTemplate(): Template {
  const platform = new Alipay(bareContext, {})
  standAlone(platform.template)
  platform.modifyComponents()
  runOwnPlugin('alipay', platform)
  return platform.template
}

const bareContext = { helper, paths: {} }

/** Both platforms change the one table that Taro shares; in a build only one of them is there. */
function standAlone(template: Template): void {
  template.internalComponents = structuredClone(template.internalComponents)
}

interface Method {
  readonly name: string
  readonly fn: (platform: unknown) => void
}

/** As Taro does when it has set up a platform, and for that host only. */
function runOwnPlugin(host: Host, platform: unknown): void {
  const registerMethod = ({ name, fn }: Method): void => {
    if (name === 'onSetupClose') fn(platform)
  }
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = host
  try {
    Reflect.apply(hostAttributes, null, [{ ...bareContext, registerMethod }])
  } finally {
    if (before === undefined) delete process.env.TARO_ENV
    else process.env.TARO_ENV = before
  }
}
