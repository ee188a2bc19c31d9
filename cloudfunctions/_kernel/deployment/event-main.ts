import type { Reply } from '@/contracts/errors'
import type { Application } from '../application'
import type { CloudFunction } from '../cloud-function'
import { deployed } from './deployed'

type Main = (event: unknown) => Promise<Reply<unknown>>

/**
 * What WeChat cloud development calls as `main`. An instance serves one call at a time and lives for many: it opens
 * the database with its first call, and tries again with the next when that failed.
 */
export function eventMain(fn: CloudFunction): Main {
  let application: Promise<Application> | undefined
  return async (event) => {
    application ??= deployed([fn], process.env)
    try {
      return await (await application).invoke(fn.contract.name, event, process.env)
    } catch (cause) {
      application = undefined
      throw cause
    }
  }
}
