import Taro from '@tarojs/taro'
import { err, ok } from '@/domain/result'
import type { FileSaver } from '../ports/file-saver'

/** A phone's file system is closed to mini-programs: the file goes to a chat, where the computer has it as well. */
export const fileSaver: FileSaver = {
  way: 'send',
  async saveText(name, text) {
    try {
      const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
      // in one go with the tap: WeChat forgets the tap while a promise is waited for
      Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
      await Taro.shareFileMessage({ filePath, fileName: name })
      return ok(null)
    } catch (error) {
      return err(/cancel/i.test(JSON.stringify(error)) ? 'cancelled' : 'failed')
    }
  },
}
