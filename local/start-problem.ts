import type { ProductOptions } from './options'
import { StreamStartError } from './stream/start-error'

const codeOf = (cause: unknown): string =>
  cause instanceof StreamStartError ? cause.failure.code : systemCode(cause)

const systemCode = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''

/** What a person can do about a start that failed, or null for a defect. */
export function explainStartProblem(
  cause: unknown,
  { port, rtmpPort, dataDir }: ProductOptions,
): string | null {
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return [
        `端口 ${port} 已被占用，什么都没有改动。换一个端口：PORT=8090 npm start`,
        `Port ${port} is taken; nothing was changed. Use another: PORT=8090 npm start`,
      ].join('\n')
    case 'port-taken':
      return [
        `推流端口 ${rtmpPort} 已被占用。换一个端口：RTMP_PORT=1936 npm start`,
        `The RTMP port ${rtmpPort} is taken. Use another: RTMP_PORT=1936 npm start`,
      ].join('\n')
    case 'data-directory-in-use':
      return [
        `数据目录 ${dataDir} 正被另一个 npm start 使用，什么都没有改动。换一个目录：LIVESTALL_DATA=.data2 PORT=8090 npm start`,
        `The data in ${dataDir} is in use by another npm start; nothing was changed. Use another: LIVESTALL_DATA=.data2 PORT=8090 npm start`,
      ].join('\n')
    default:
      return null
  }
}
