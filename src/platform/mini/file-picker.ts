import Taro from '@tarojs/taro'
import { err, ok, type Result } from '@/domain/result'
import type { PickedFile, PickFailure } from '../ports/file-picker'

export const MAX_BYTES = 1_048_576

export const readFile = (filePath: string, encoding: 'utf8' | 'base64'): Promise<string> =>
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

/** WeChat says "chooseImage:fail cancel"; Alipay says it in Chinese and gives it the number 11. */
export const pickFailure = (error: unknown): PickFailure =>
  /cancel|"error":11\b/i.test(JSON.stringify(error)) ? 'cancelled' : 'unreadable'

export async function pickPictures(max: number): Promise<Result<readonly PickedFile<string>[], PickFailure>> {
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
    return err(pickFailure(error))
  }
}
