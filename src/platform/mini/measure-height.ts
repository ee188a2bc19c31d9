import Taro from '@tarojs/taro'
import type { MeasureHeight } from '../ports/measure-height'

// a page that is going away answers with nothing
const heightOf = (box: unknown): number =>
  typeof box === 'object' && box !== null && 'height' in box ? Number(box.height) : 0

export const measureHeight: MeasureHeight = (id) =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((box: unknown) => {
        resolve(heightOf(box))
      })
      .exec()
  })
