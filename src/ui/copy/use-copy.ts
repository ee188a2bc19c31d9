import { type Language, useLook } from '../look'
import { en } from './en'
import { type Copy, zhCn } from './zh-cn'

const dictionaries: Readonly<Record<Language, Copy>> = { 'zh-cn': zhCn, en }

/** The words of the language this person reads. */
export const useCopy = (): Copy => dictionaries[useLook((look) => look.language)]

/** The same outside a component, as for a toast. */
export const currentCopy = (): Copy => dictionaries[useLook.getState().language]
