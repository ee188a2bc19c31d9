import path from 'node:path'
import { listFiles } from './list-files'
import { inProject } from './paths'

const folders = ['src', 'cloudfunctions', 'local', 'config', 'test', 'bench', 'types']
const checked = /\.(tsx?|scss)$/
const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*$/
const fileName =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|contract|d|module))?(\.(weapp|alipay|h5))?\.(tsx?|scss)$/

/** Taro skips a dotted name when it looks for platform files, without a word; so no name may have a dot of its own. */
export function isWellNamed(file: string): boolean {
  const { dir, base } = path.posix.parse(file)
  return fileName.test(base) && dir.split('/').every((folder) => kebab.test(folder))
}

export function misnamedFiles(): readonly string[] {
  return folders
    .flatMap((folder) => listFiles(inProject(folder)))
    .map((file) => path.relative(inProject(), file).split(path.sep).join('/'))
    .filter((file) => checked.test(file) && !isWellNamed(file))
    .map((file) => `${file}: names are kebab-case without dots (see CONTRIBUTING.md)`)
}
