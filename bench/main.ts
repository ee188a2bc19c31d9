import { benchH5 } from './h5'
import { benchRoom } from './room/room'
import { benchSize } from './size'
import { benchStart } from './start'
import { benchVideo } from './video'

const benches: Readonly<Record<string, () => Promise<object>>> = {
  h5: benchH5,
  room: benchRoom,
  size: benchSize,
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
