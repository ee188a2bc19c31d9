import { benchH5 } from './h5'
import { benchOrders } from './orders/orders'
import { benchSoak } from './soak/soak'
import { benchStampede } from './orders/stampede'
import { benchRoom } from './room/room'
import { benchScale } from './scale/scale'
import { benchSize } from './size'
import { benchStart } from './start'
import { benchVideo } from './video'

const benches: Readonly<Record<string, () => Promise<object>>> = {
  h5: benchH5,
  orders: benchOrders,
  room: benchRoom,
  scale: benchScale,
  size: benchSize,
  soak: benchSoak,
  stampede: benchStampede,
  start: benchStart,
  video: benchVideo,
}

/** `npm run bench -- <name>`: the last line is JSON with the figures. */
async function main(): Promise<void> {
  const name = process.argv[2] ?? ''
  const bench = benches[name]
  if (bench === undefined) {
    process.stderr.write(`npm run bench -- <${Object.keys(benches).join('|')}>\n`)
    process.exitCode = 2
    return
  }
  process.stdout.write(`${JSON.stringify(await bench())}\n`)
}

void main()
