import helper from '@tarojs/helper'
import { Alipay } from '@tarojs/plugin-platform-alipay'
import { Weapp } from '@tarojs/plugin-platform-weapp'
import { getComponentsAlias, toCamelCase, toDashed } from '@tarojs/shared'
import { components as alipayLive } from '../plugins/alipay-live-components'
import type { Host } from './hosts'

/** Whether the host's template hands a prop of a component on, or has the component at all. */
export type IsBound = (component: string, prop: string | null) => boolean

type Attributes = Readonly<Record<string, string>>

/** Taro keeps these for itself, or writes them into every template beside a component's own attributes. */
const TAROS_OWN = new Set(['key', 'ref', 'children', 'id', 'catchMove', 'compileMode'])

/**
 * What Taro's build writes into base.wxml and base.axml, asked of the build itself: a prop that has no place there is
 * dropped without a word, whatever Taro's declarations promise.
 */
export function boundAttributes(host: Host): IsBound {
  const table = host === 'weapp' ? weappTable() : alipayTable()
  return (component, prop) => {
    const attributes = table[toDashed(component)]
    if (attributes === undefined) return false
    if (prop === null || TAROS_OWN.has(prop) || prop.startsWith('data-')) return true
    return Object.keys(attributes).some((attribute) => isFor(attribute, prop))
  }
}

function isFor(attribute: string, prop: string): boolean {
  const event = /^(?:bind|catch|on)(.+)$/i.exec(attribute)?.[1]
  if (event !== undefined && prop.startsWith('on')) return event.toLowerCase() === eventOf(prop)
  return toCamelCase(attribute) === (prop === 'className' ? 'class' : toCamelCase(prop))
}

/** Taro's React calls a click by its mini-program name and compares the others without case. */
function eventOf(prop: string): string {
  const event = prop.slice(2).toLowerCase()
  return event === 'click' ? 'tap' : event
}

function weappTable() {
  const platform = new Weapp(context(), {})
  standAlone(platform.template)
  platform.modifyTemplate()
  return tableOf(platform.template)
}

function alipayTable() {
  const platform = new Alipay(context(), {})
  standAlone(platform.template)
  platform.modifyComponents()
  platform.template.mergeComponents(context(), alipayLive)
  return tableOf(platform.template)
}

const context = () => ({ helper, paths: {} })

interface Template {
  internalComponents: Record<string, Record<string, string>>
  componentsAlias: unknown
  createMiniComponents(components: Template['internalComponents']): Readonly<Record<string, Attributes>>
}

/** Both platforms change the one table that Taro shares; in a build only one of them is there. */
function standAlone(template: Template): void {
  template.internalComponents = structuredClone(template.internalComponents)
}

function tableOf(template: Template) {
  template.componentsAlias = getComponentsAlias(template.internalComponents)
  return template.createMiniComponents(template.internalComponents)
}
