import type { Api, HostParts, Picked } from '../world'
import { Refusal, text, type MakePlayable, type Options } from './playable'

/** Alipay's numbers: the person closed the picker, or has refused the album. */
const CANCELLED = 11
const DENIED = 2001

/** Pictures and files that the person picks: what the test laid out, a refusal, or nothing. */
export function fileApi({ target, world }: HostParts, playable: MakePlayable): Api {
  const kept = new Map<string, string>()
  const pick = (api: string): readonly { readonly path: string; readonly file: Picked }[] => {
    if (world.denied.has(api)) throw new Refusal('auth deny', DENIED)
    if (world.picked.length === 0) throw new Refusal('cancel', CANCELLED)
    return world.picked.map((file) => {
      const path = `${target === 'weapp' ? 'wxfile' : 'https'}://tmp/${file.name}`
      kept.set(path, file.base64)
      return { path, file }
    })
  }
  const sizeOf = ({ base64 }: Picked): number => Math.floor((base64.length * 3) / 4)
  return {
    chooseImage: playable('chooseImage', () => {
      const files = pick('chooseImage')
      const paths = files.map(({ path }) => path)
      return {
        tempFilePaths: paths,
        apFilePaths: paths,
        tempFiles: files.map(({ path, file }) => ({ path, size: sizeOf(file) })),
      }
    }),
    chooseMessageFile: playable('chooseMessageFile', () => ({
      tempFiles: pick('chooseMessageFile').map(({ path, file }) => ({
        path,
        name: file.name,
        size: sizeOf(file),
        type: 'file',
      })),
    })),
    openSetting: playable('openSetting', () => {
      world.denied.clear()
      return { authSetting: {} }
    }),
    getFileSystemManager: () => ({
      readFile: playable('readFile', (options: Options) => {
        const base64 = kept.get(text(options, 'filePath'))
        if (base64 === undefined) throw new Refusal('no such file or directory')
        return { data: text(options, 'encoding') === 'base64' ? base64 : decode(base64) }
      }),
    }),
  }
}

const decode = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
