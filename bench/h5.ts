import { loadavg } from 'node:os'
import { roomIdOf } from '../local/seed/seed-ids'
import { orchard, orchardLive } from '../test/journeys/seeded'
import { Stage } from '../test/journeys/stage'
import { measureChat } from './h5/chat-page'
import { measureSharePage } from './h5/share-page'

const BARS = { firstPaintMs: 500, codeKiB: 200, fps: 55, longTasks: 2 }

/**
 * Measured in November 2026 on the machine of our own figures, throttled alike, their builds served compressed: up to
 * the first content of their first page, since the peer's room needs a cloud account.
 */
const PEERS = {
  'AUIInteractionLive Web, login page': { scriptsKiB: 213, firstContentMs: 2316 },
  'empty Taro 4.2 app': { scriptsKiB: 135, firstContentMs: 1748 },
}

/**
 * A shared link on a slow phone, and a chat as busy as it can be. Without a graphics card the browser decodes video on
 * the processor that also draws the chat, so the chat is measured over the video and in a room that has none yet.
 */
export async function benchH5(): Promise<object> {
  const stage = await Stage.set()
  try {
    return {
      sharePage: await measureSharePage(stage),
      chatOverVideo: await measureChat(stage, orchardLive),
      chatAlone: await measureChat(stage, roomIdOf(orchard, 'soon')),
      bars: BARS,
      peers: PEERS,
      load: loadavg().map((load) => Math.round(load * 10) / 10),
    }
  } finally {
    await stage.strike()
  }
}
