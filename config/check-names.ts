import path from 'node:path'
import { listFiles } from './list-files'
import { inProject } from './paths'

const folders = ['src', 'cloudfunctions', 'local', 'config', 'test', 'bench', 'types']
const checked = /\.(tsx?|scss)$/
const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*$/
const fileName =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|contract|d|module))?(\.(weapp|alipay|h5))?\.(tsx?|scss)$/
const platformFile = /^(.+)\.(?:weapp|alipay|h5)\.(tsx?)$/

/** Taro skips a dotted name when it looks for platform files, without a word; so no name may have a dot of its own. */
export function isWellNamed(file: string): boolean {
  const { dir, base } = path.posix.parse(file)
  return fileName.test(base) && dir.split('/').every((folder) => kebab.test(folder))
}

/** Taro takes `x.ts` before it looks for `x.h5.tsx`, without a word: a platform's file ends as the one it stands for. */
export function unheardPlatformFiles(files: readonly string[]): readonly string[] {
  const known = new Set(files)
  return files.filter((file) => {
    const [, bare = '', ending = ''] = platformFile.exec(file) ?? []
    return known.has(`${bare}.${ending === 'ts' ? 'tsx' : 'ts'}`)
  })
}

export function misnamedFiles(): readonly string[] {
  const files = folders
    .flatMap((folder) => listFiles(inProject(folder)))
    .map((file) => path.relative(inProject(), file).split(path.sep).join('/'))
  const misnamed = files.filter((file) => checked.test(file) && !isWellNamed(file))
  return [
    ...misnamed.map((file) => `${file}: names are kebab-case without dots (see CONTRIBUTING.md)`),
    ...unheardPlatformFiles(files).map((file) => `${file}: ends otherwise than the file it stands for`),
  ]
}
