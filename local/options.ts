import path from 'node:path'
import { inProject } from '../config/paths'

export interface ProductOptions {
  /** The one port that browsers use. */
  readonly port: number
  /** Where OBS and ffmpeg push to. */
  readonly rtmpPort: number
  readonly dataDir: string
  /** `postgres://…`, or null for the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

function readPort(environment: Environment, name: string, otherwise: number): number {
  const text = environment[name]
  if (text === undefined || text === '') return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name} must be a port, not "${text}"`)
  return port
}

export function readOptions(environment: Environment): ProductOptions {
  return {
    port: readPort(environment, 'PORT', 8080),
    rtmpPort: readPort(environment, 'RTMP_PORT', 1935),
    dataDir: path.resolve(environment.LIVESTALL_DATA ?? inProject('.data')),
    databaseUrl: environment.DATABASE_URL ?? null,
  }
}
