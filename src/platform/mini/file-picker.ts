import Taro from '@tarojs/taro'
import { err, ok, type Result } from '@/domain/result'
import type { PickedFile, PickFailure } from '../ports/file-picker'

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

/**
 * What WeChat says when the person (`auth deny`, on Android `auth denied`, from the second time on `no response`) or
 * the phone (`system permission denied`) refuses; Alipay says it in Chinese, with a number from 2001 to 2003.
 */
const DENIED = /auth den|no response|permission|"error":200[123]\b|拒绝|权限/i

/** WeChat says "chooseImage:fail cancel"; Alipay says it in Chinese and gives it the number 11. */
export function pickFailure(error: unknown): PickFailure {
  const words = JSON.stringify(error)
  if (DENIED.test(words)) return 'denied'
  return /cancel|"error":11\b/i.test(words) ? 'cancelled' : 'unreadable'
}

/** What was chosen in the host's window, or why nothing was. */
export async function chosenIn<T>(window: Promise<T>): Promise<Result<T, PickFailure>> {
  try {
    return ok(await window)
  } catch (error) {
    return err(pickFailure(error))
  }
}

interface Chosen {
  readonly name: string
  readonly path: string
  readonly size: number
}

/** The person has allowed it by choosing: what goes wrong from here on is the file's fault. */
export async function readChosen(
  files: readonly Chosen[],
  encoding: 'utf8' | 'base64',
): Promise<Result<readonly PickedFile<string>[], PickFailure>> {
  if (files.some((file) => file.size > MAX_BYTES)) return err('too-large')
  try {
    return ok(
      await Promise.all(
        files.map(async ({ name, path }) => ({ name, content: await readFile(path, encoding) })),
      ),
    )
  } catch {
    return err('unreadable')
  }
}

export async function pickPictures(max: number): Promise<Result<readonly PickedFile<string>[], PickFailure>> {
  const chosen = await chosenIn(Taro.chooseImage({ count: Math.min(max, 9), sizeType: ['compressed'] }))
  if (!chosen.ok) return chosen
  const pictures = chosen.value.tempFiles.map(({ path, size }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    size,
  }))
  return readChosen(pictures, 'base64')
}

/** WeChat opens its settings only from within a tap: nothing may be waited for before this call. */
export async function openSettings(): Promise<boolean> {
  try {
    await Taro.openSetting()
    return true
  } catch {
    return false
  }
}
