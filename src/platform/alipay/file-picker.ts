import { err } from '@/domain/result'
import { openSettings, pickPictures } from '../mini/file-picker'
import type { FilePicker } from '../ports/file-picker'

export const filePicker: FilePicker = {
  /** Alipay has no window for files that are not pictures. */
  pickText: async () => err('unsupported'),
  pickPictures,
  openSettings,
}
