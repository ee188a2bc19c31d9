import { destination } from 'pino'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { composePorts } from '../cloudfunctions/_kernel/adapters/compose-ports'
import { pinoLog } from '../cloudfunctions/_kernel/adapters/pino-log'
import { systemClock } from '../cloudfunctions/_kernel/adapters/system-clock'
import { createApplication } from '../cloudfunctions/_kernel/application'
import { openDatabase } from '../cloudfunctions/_kernel/database/database'
import { migrate } from '../cloudfunctions/_kernel/database/migrate'
import { functions } from '../cloudfunctions'
import { inProject } from '../config/paths'
import type { Gateway } from './gateway'
import { personas } from './identity/personas'
import { startTemplates } from './inbox/start-templates'
import { createLocalIm } from './im/create-local-im'
import type { ProductOptions } from './options'
import { loadSecrets, type LocalSecrets } from './secrets'
import { catalogue } from './seed/catalogue'
import { seed } from './seed/seed'
import { roomIdOf } from './seed/seed-ids'
import { startTicking } from './start-ticking'
import { createStaticFiles } from './static-files'
import { SOUND_TEMPLATE } from './stream/sound-name'
import { startStreamServer } from './stream/start'
import { createWallets } from './wallets'

export interface Product {
  readonly url: string
  stop(): Promise<void>
}

const IM = { sdkAppId: 1_400_000_001, adminId: 'administrator' }
const TICK_MS = 500
/** As long as a vendor does; a loop is the same at any time, and pushed shows go when the disk is wanted. */
const KEPT_DAYS = 365

/**
 * The whole product on one machine. What must not be shared is taken first (the data, the ports), so that a second
 * start fails before it has changed anything; what was started is stopped again in the opposite order.
 */
export async function startProduct(options: ProductOptions, gateway: Gateway): Promise<Product> {
  const stops: (() => Promise<unknown> | void)[] = []
  const stop = async (): Promise<void> => {
    // nobody is let in any more before the parts behind the door go
    await gateway.close()
    for (const stopPart of stops.splice(0).reverse()) await stopPart()
  }
  try {
    await start(options, gateway, stops)
    return { url: urlOf(options), stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

const urlOf = ({ port }: ProductOptions): string => `http://127.0.0.1:${port}`

async function start(
  options: ProductOptions,
  gateway: Gateway,
  stops: (() => Promise<unknown> | void)[],
): Promise<void> {
  const { dataDir, databaseUrl, rtmpPort } = options
  const publicUrl = urlOf(options)
  mkdirSync(dataDir, { recursive: true })
  const db = await openDatabase(databaseUrl ?? path.join(dataDir, 'database'))
  stops.push(() => db.destroy())
  const secrets = loadSecrets(dataDir)
  const stream = await startStreamServer(streamOptions({ publicUrl, rtmpPort, dataDir }, secrets))
  stops.push(() => stream.stop())
  await migrate(db)
  await seed({ db, clock: systemClock, personas })

  const wallets = await createWallets({ dataDir, publicUrl, clock: systemClock })
  stops.push(() => wallets.close())
  const webhookUrl = `${publicUrl}/notify/im/${secrets.imWebhookToken}`
  const im = createLocalIm({ ...IM, secretKey: secrets.imSecretKey, webhookUrl })
  stops.push(() => im.close())

  const log = pinoLog(destination({ dest: path.join(dataDir, 'product.log'), mkdir: true, sync: false }))
  const ports = composePorts(
    {
      publicUrl,
      tokenSecret: secrets.tokenSecret,
      im: {
        ...IM,
        secretKey: secrets.imSecretKey,
        webhookToken: secrets.imWebhookToken,
        restUrl: `${publicUrl}/sandbox/im`,
      },
      live: {
        playBaseUrl: `${publicUrl}/live`,
        pushServer: `rtmp://127.0.0.1:${stream.rtmpPort}/live`,
        playKey: secrets.playKey,
        pushKey: secrets.pushKey,
        callbackKey: secrets.streamCallbackKey,
        vendor: 'tencent',
        // the stream server has no encoder: it takes the picture away, and nothing makes it smaller
        templates: { audio: SOUND_TEMPLATE },
        timeShiftDays: KEPT_DAYS,
      },
      wallets: wallets.config,
      // a camera on this machine's network opens the link: its own code will do
      appCodes: [],
      startTemplates,
    },
    log,
  )
  const application = createApplication({ db, ports, functions })
  stops.push(startTicking(() => application.tick(), TICK_MS))
  const files = createStaticFiles()
  gateway.open({
    functions: (request) => application.fetch(request),
    sandbox: (request) => wallets.fetch(request),
    imRest: (request) => im.handleRest(request),
    files: (request) => files.fetch(request),
    upgradeIm: (request, socket, head) => im.handleUpgrade(request, socket, head),
    streamPort: stream.httpPort,
  })
}

function streamOptions(
  {
    publicUrl,
    rtmpPort,
    dataDir,
  }: Pick<ProductOptions, 'rtmpPort' | 'dataDir'> & { readonly publicUrl: string },
  secrets: LocalSecrets,
) {
  const liveRooms = catalogue.flatMap((shop) => shop.rooms.map((room) => ({ shop, room })))
  return {
    httpPort: 0,
    rtmpPort,
    // a room that is not live yet has its table camera too: who starts the show is seen at once; and of one that is
    // over the loop is what was on air
    loops: Object.fromEntries(
      liveRooms
        .filter(({ room }) => room.status !== 'ended' || room.show !== undefined)
        .map(({ shop, room }) => [
          roomIdOf(shop, room.key),
          inProject('local/stream/assets', `${shop.folder}.flv`),
        ]),
    ),
    playKey: secrets.playKey,
    pushKey: secrets.pushKey,
    callbackUrl: `${publicUrl}/notify/stream`,
    callbackKey: secrets.streamCallbackKey,
    archiveFolder: path.join(dataDir, 'pushes'),
  }
}
