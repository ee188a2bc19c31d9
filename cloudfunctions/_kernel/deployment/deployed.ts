import { composePorts } from '../adapters/compose-ports'
import { pinoLog } from '../adapters/pino-log'
import { createApplication, type Application } from '../application'
import type { CloudFunction } from '../cloud-function'
import { openDatabase } from '../database/database'
import { migrate } from '../database/migrate'
import { readDeployment, type Environment } from './read-deployment'

/** The application as it runs in a cloud: real adapters, told by the environment, tables up to date. */
export async function deployed(functions: readonly CloudFunction[], env: Environment): Promise<Application> {
  const { databaseUrl, corsOrigins, ports } = readDeployment(env)
  const db = await openDatabase(databaseUrl)
  await migrate(db)
  return createApplication({ db, ports: composePorts(ports, pinoLog()), functions, corsOrigins })
}
