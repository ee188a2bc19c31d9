import { WebSocket } from 'ws'
import type { ChatSdk } from '@/services/chat/chat-sdk'
import { sdkInstance, type SdkParts } from '@/services/chat/sdk-instance'

/** Where the SDK believes to be when it is loaded: it tells by the globals that it finds. */
export interface SdkHost {
  readonly name: string
  /** New for every instance: Alipay has one socket per mini-program, and each viewer is a mini-program of its own. */
  globals(): Readonly<Record<string, unknown>>
}

type Handler = (event: object) => void
interface MessageData {
  readonly data: string | ArrayBuffer
}

const ignore = (): void => undefined
const storage = () => new Map<string, unknown>()

export const h5Host: SdkHost = { name: 'a browser', globals: () => ({ WebSocket }) }

export const weappHost: SdkHost = {
  name: 'WeChat',
  globals: () => ({ wx: weappGlobal(), getApp: () => ({}), __wxConfig: { pages: [] } }),
}

export const alipayHost: SdkHost = {
  name: 'Alipay',
  globals: () => ({ my: alipayGlobal(), getApp: () => ({}) }),
}

function open(url: string): WebSocket {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  return socket
}

function listen(socket: WebSocket, on: (kind: 'open' | 'close' | 'error' | 'message') => Handler): void {
  socket.on('open', () => on('open')({}))
  socket.on('close', (code: number) => on('close')({ code, reason: '' }))
  socket.on('error', (error: Error) => on('error')({ errMsg: error.message }))
  socket.onmessage = ({ data }) => on('message')({ data })
}

function weappGlobal(): object {
  const kept = storage()
  return {
    // `fontSizeSetting` is what the SDK knows the host by
    getSystemInfoSync: () => ({ platform: 'android', system: 'Android 13', fontSizeSetting: 16 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop' } }),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
    getNetworkType: ({ success }: { success: Handler }) => success({ networkType: 'wifi' }),
    onNetworkStatusChange: ignore,
    offNetworkStatusChange: ignore,
    onAppShow: ignore,
    onAppHide: ignore,
    offAppShow: ignore,
    offAppHide: ignore,
    connectSocket: ({ url }: { url: string }) => weappSocket(url),
  }
}

function weappSocket(url: string): object {
  const socket = open(url)
  const handlers: Partial<Record<string, Handler>> = {}
  listen(socket, (kind) => handlers[kind] ?? ignore)
  return {
    readyState: 0,
    onOpen: (handler: Handler) => (handlers.open = handler),
    onClose: (handler: Handler) => (handlers.close = handler),
    onError: (handler: Handler) => (handlers.error = handler),
    onMessage: (handler: Handler) => (handlers.message = handler),
    send: ({ data }: MessageData) => socket.send(data),
    close: () => socket.close(),
  }
}

function alipayGlobal(): object {
  const kept = storage()
  const handlers: Partial<Record<string, Handler>> = {}
  let socket: WebSocket | null = null
  const on = (kind: string) => (handler: Handler) => (handlers[kind] = handler)
  const off = (kind: string) => () => (handlers[kind] = ignore)
  return {
    getSystemInfoSync: () => ({ platform: 'Android', system: '13', fontSizeSetting: 16 }),
    getStorageSync: ({ key }: { key: string }) => ({ data: kept.get(key) ?? null }),
    setStorageSync: ({ key, data }: { key: string; data: unknown }) => kept.set(key, data),
    removeStorageSync: ({ key }: { key: string }) => kept.delete(key),
    getNetworkType: ({ success }: { success: Handler }) =>
      success({ networkType: 'WIFI', networkAvailable: true }),
    onNetworkStatusChange: ignore,
    offNetworkStatusChange: ignore,
    onAppShow: ignore,
    onAppHide: ignore,
    offAppShow: ignore,
    offAppHide: ignore,
    connectSocket({ url }: { url: string }) {
      const opened = open(url)
      socket = opened
      // one socket at a time: what an earlier one still says reaches nobody
      listen(opened, (kind) => (socket === opened ? (handlers[kind] ?? ignore) : ignore))
    },
    onSocketOpen: on('open'),
    onSocketClose: on('close'),
    onSocketError: on('error'),
    onSocketMessage: on('message'),
    offSocketOpen: off('open'),
    offSocketClose: off('close'),
    offSocketError: off('error'),
    offSocketMessage: off('message'),
    sendSocketMessage: ({ data }: MessageData) => socket?.send(data),
    closeSocket: () => socket?.close(),
  }
}

/** The SDK as somebody else's phone has it: a module of its own, since it makes one instance per app. */
export function loadSdk(host: SdkHost, port: number, sdkAppId: number): ChatSdk {
  Object.assign(globalThis, host.globals())
  const parts = isolated(() => ({
    sdk: jest.requireActual<{ default: SdkParts['sdk'] }>('tim-js-sdk/index.es.js').default,
    groupModule: jest.requireActual<{ default: unknown }>('tim-js-sdk/modules/group-module.js').default,
  }))
  return sdkInstance(parts, { sdkAppId, proxyServer: `ws://127.0.0.1:${port}/im`, logLevel: 4 })
}

function isolated<T>(load: () => T): T {
  const loaded: T[] = []
  jest.isolateModules(() => loaded.push(load()))
  const [value] = loaded
  if (value === undefined) throw new Error('jest did not load the module')
  return value
}

/**
 * In Node an SDK instance leaves a timer behind that would keep the process alive, and its group module, which has
 * no log level, tells the console about every poll.
 */
export function makeRoomForSdk(): () => void {
  const { setInterval: setIntervalOfNode } = globalThis
  const { log, info } = console
  const unreferenced = (run: () => void, ms?: number) => setIntervalOfNode(run, ms).unref()
  Object.assign(globalThis, { setInterval: unreferenced })
  Object.assign(console, { log: ignore, info: ignore })
  return () => {
    Object.assign(globalThis, { setInterval: setIntervalOfNode })
    Object.assign(console, { log, info })
  }
}
