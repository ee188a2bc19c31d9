import type { MeasureHeight } from '../ports/measure-height'

/** Pages below the one on top stay in the document, before it. */
export const measureHeight: MeasureHeight = async (id) =>
  Array.from(document.querySelectorAll(`#${id}`)).pop()?.clientHeight ?? 0
