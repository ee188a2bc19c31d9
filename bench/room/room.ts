import { Stage } from '../../test/journeys/stage'
import { costWhile, CHAT, EVERYTHING } from './scenarios'
import { flood } from './flood'

const SECONDS = 60

/** What the live page costs a mini-program; beside it what was measured of the closest peer, at 40 messages a second. */
export async function benchRoom(): Promise<object> {
  const stage = await Stage.set()
  try {
    const chat = await costWhile(stage, CHAT, SECONDS)
    await stage.putMinisAway()
    const everything = await costWhile(stage, EVERYTHING, SECONDS)
    await stage.putMinisAway()
    return {
      chat,
      everything,
      flood: await flood(stage),
      bars: { setDataPerSecond: { chat: 6, everything: 8 }, bytesPerMessage: 250 },
      peer: { name: 'wechat-app-mall', setDataPerSecond: 80, bytesPerMessage: 14_043 },
      limit: { setDataPerSecond: 20 },
    }
  } finally {
    await stage.strike()
  }
}
