import Taro from '@tarojs/taro'
import { err, ok } from '@/domain/result'
import { chosenIn, openSettings, pickPictures, readChosen } from '../mini/file-picker'
import type { FilePicker } from '../ports/file-picker'

export const filePicker: FilePicker = {
  /** WeChat picks text files out of a chat. */
  async pickText() {
    const chosen = await chosenIn(
      Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] }),
    )
    if (!chosen.ok) return chosen
    const read = await readChosen(chosen.value.tempFiles.slice(0, 1), 'utf8')
    if (!read.ok) return read
    const [file] = read.value
    return file === undefined ? err('cancelled') : ok(file)
  },
  pickPictures,
  openSettings,
}
