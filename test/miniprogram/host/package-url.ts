/** Where the stage serves the files of the mini-program's own package. */
export const PACKAGE_PATH = '/miniprogram-package'

/** Address of a picture: absolute as it is, anything else is a file of the package. */
export const packageUrl = (source: string): string =>
  /^(https?:|data:|blob:)/.test(source) ? source : `${PACKAGE_PATH}/${source.replace(/^\//, '')}`
