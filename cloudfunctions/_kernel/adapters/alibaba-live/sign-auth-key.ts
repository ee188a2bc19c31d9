import { md5 } from '../live-vendor/live-vendor'

export interface AuthKey {
  /** From the first slash of the address on, without its query. */
  readonly path: string
  readonly until: number
  /** Makes two addresses of one second differ; the vendor takes any without a dash. */
  readonly random?: string
}

/** The vendor keeps it for later. */
const USER = '0'

/** Alibaba's URL authentication, type A: `md5(path-timestamp-rand-uid-key)`. */
export function signAuthKey(key: string, { path, until, random = '0' }: AuthKey): string {
  const signed = `${until}-${random}-${USER}`
  return `auth_key=${signed}-${md5(`${path}-${signed}-${key}`)}`
}
