import Taro from '@tarojs/taro'
import { err, ok } from '@/domain/result'
import { MAX_BYTES, pickFailure, pickPictures, readFile } from '../mini/file-picker'
import type { FilePicker } from '../ports/file-picker'

export const filePicker: FilePicker = {
  /** WeChat picks text files out of a chat. */
  async pickText() {
    try {
      const { tempFiles } = await Taro.chooseMessageFile({
        count: 1,
        type: 'file',
        extension: ['csv', 'txt'],
      })
      const file = tempFiles[0]
      if (file === undefined) return err('cancelled')
      if (file.size > MAX_BYTES) return err('too-large')
      return ok({ name: file.name, content: await readFile(file.path, 'utf8') })
    } catch (error) {
      return err(pickFailure(error))
    }
  },
  pickPictures,
}
