import type { Api, HostParts } from '../world'
import { text, type MakePlayable, type Options } from './playable'

type Handler = (event: object) => void
type News = 'Open' | 'Message' | 'Close' | 'Error'

interface Line {
  on(news: News, handler: Handler): void
  off(news: News, handler?: Handler): void
  send(options: Options): void
  close(options?: Options): void
}

const ignore = (): void => undefined

function openLine(url: string, protocols: readonly string[]): Line {
  const socket = new WebSocket(url, [...protocols])
  socket.binaryType = 'arraybuffer'
  const handlers = new Map<News, Set<Handler>>()
  const tell = (news: News, event: object): void => {
    for (const handler of handlers.get(news) ?? []) handler(event)
  }
  socket.onopen = () => {
    tell('Open', { header: {} })
  }
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    tell('Message', { data })
  }
  socket.onerror = () => {
    tell('Error', { errMsg: 'connectSocket:fail' })
  }
  socket.onclose = ({ code, reason }) => {
    tell('Close', { code, reason })
  }
  // a phone notices a lost network at once, a browser's socket when its time is up
  addEventListener('offline', () => {
    socket.close()
  })
  return {
    on: (news, handler) => {
      handlers.set(news, (handlers.get(news) ?? new Set()).add(handler))
    },
    off: (news, handler) => {
      if (handler === undefined) handlers.delete(news)
      else handlers.get(news)?.delete(handler)
    },
    send: ({ data }) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(data as string)
    },
    close: (options = {}) => {
      const { code } = options
      socket.close(typeof code === 'number' ? code : 1000)
    },
  }
}

const protocolsOf = ({ protocols }: Options): readonly string[] =>
  Array.isArray(protocols) ? protocols.filter((one) => typeof one === 'string') : []

/** WeChat gives every connection a task of its own. */
export function weappSocketApi(_: HostParts, playable: MakePlayable): Api {
  const told = (name: string, act: (options: Options) => void) => playable(name, act)
  return {
    connectSocket: (options: Options) => {
      const line = openLine(text(options, 'url'), protocolsOf(options))
      void told('connectSocket', ignore)(options)
      return {
        readyState: 0,
        onOpen: (handler: Handler) => {
          line.on('Open', handler)
        },
        onMessage: (handler: Handler) => {
          line.on('Message', handler)
        },
        onClose: (handler: Handler) => {
          line.on('Close', handler)
        },
        onError: (handler: Handler) => {
          line.on('Error', handler)
        },
        send: told('sendSocketMessage', (message) => {
          line.send(message)
        }),
        close: told('closeSocket', (how) => {
          line.close(how)
        }),
      }
    },
  }
}

/** Alipay has one connection for the whole mini-program: a second one takes the place of the first. */
export function alipaySocketApi({ recorder }: HostParts, playable: MakePlayable): Api {
  const handlers = new Map<News, Set<Handler>>()
  let line: Line | null = null
  let isOpen = false
  const forEach = (act: (news: News) => readonly [string, unknown]): Api =>
    Object.fromEntries((['Open', 'Message', 'Close', 'Error'] as const).map(act))
  const tell = (from: Line, news: News, event: object): void => {
    if (news === 'Open') isOpen = true
    if (news === 'Close') isOpen = false
    if (from === line) for (const handler of [...(handlers.get(news) ?? [])]) handler(event)
  }
  return {
    connectSocket: playable('connectSocket', (options) => {
      if (isOpen) recorder.problem('my.connectSocket: a second connection while the first is open')
      const opened = openLine(text(options, 'url'), protocolsOf(options))
      line = opened
      for (const news of ['Open', 'Message', 'Close', 'Error'] as const)
        opened.on(news, (event) => {
          tell(opened, news, event)
        })
    }),
    sendSocketMessage: playable('sendSocketMessage', (options) => {
      line?.send(options)
    }),
    closeSocket: playable('closeSocket', () => {
      isOpen = false
      line?.close()
    }),
    ...forEach((news) => [
      `onSocket${news}`,
      (handler: Handler) => {
        handlers.set(news, (handlers.get(news) ?? new Set()).add(handler))
      },
    ]),
    ...forEach((news) => [
      `offSocket${news}`,
      (handler?: Handler) => {
        if (handler === undefined) handlers.delete(news)
        else handlers.get(news)?.delete(handler)
      },
    ]),
  }
}
