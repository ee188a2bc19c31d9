import Taro from '@tarojs/taro'
import { err, ok, type Result } from '@/domain/result'
import type { FilePicker, PickedFile, PickFailure } from '../ports/file-picker'

const MAX_BYTES = 1_048_576

const readFile = (filePath: string, encoding: 'utf8' | 'base64'): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding,
      success: ({ data }) => {
        if (typeof data === 'string') resolve(data)
        else reject(new Error('Expected text'))
      },
      fail: reject,
    })
  })

const wasCancelled = (error: unknown): boolean => /cancel/i.test(JSON.stringify(error))

async function pickPictures(max: number): Promise<Result<readonly PickedFile<string>[], PickFailure>> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count: Math.min(max, 9), sizeType: ['compressed'] })
    if (tempFiles.some((file) => file.size > MAX_BYTES)) return err('too-large')
    return ok(
      await Promise.all(
        tempFiles.map(async (file) => ({
          name: file.path.slice(file.path.lastIndexOf('/') + 1),
          content: await readFile(file.path, 'base64'),
        })),
      ),
    )
  } catch (error) {
    return err(wasCancelled(error) ? 'cancelled' : 'unreadable')
  }
}

async function pickMessageFile(): Promise<Result<PickedFile<string>, PickFailure>> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] })
    const file = tempFiles[0]
    if (file === undefined) return err('cancelled')
    if (file.size > MAX_BYTES) return err('too-large')
    return ok({ name: file.name, content: await readFile(file.path, 'utf8') })
  } catch (error) {
    return err(wasCancelled(error) ? 'cancelled' : 'unreadable')
  }
}

/** WeChat picks text files out of a chat; a host that has no such window says so. */
export const miniFilePicker = (canPickText: boolean): FilePicker => ({
  pickText: () => (canPickText ? pickMessageFile() : Promise.resolve(err('unsupported'))),
  pickPictures,
})
