import { err, ok } from '@/domain/result'
import { httpTransport, readFailure } from '../http-transport'
import type { Transport, WireRequest } from '../ports/transport'

const cloudEnv = process.env.LIVESTALL_CLOUD_ENV ?? ''
let isOpen = false

function openCloud(): void {
  if (isOpen) return
  wx.cloud.init({ env: cloudEnv })
  isOpen = true
}

async function callFunction({ functionName, ...event }: WireRequest) {
  openCloud()
  try {
    const { result } = await wx.cloud.callFunction({ name: functionName, data: event })
    return typeof result === 'object' ? ok<unknown>(result) : err('unreadable' as const)
  } catch (error) {
    return err(readFailure(error))
  }
}

const cloudTransport: Transport = {
  send: callFunction,
  sendAndForget: (request) => void callFunction(request),
}

/** WeChat cloud development where an environment is configured, plain HTTPS elsewhere. */
export const transport: Transport = cloudEnv === '' ? httpTransport : cloudTransport
