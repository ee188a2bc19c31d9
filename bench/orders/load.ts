import { performance } from 'node:perf_hooks'
import { firstPaymentOf, isId } from '@/domain/ids'
import { percentile } from '../percentile'
import { noticeOf } from './bench-wallet'
import type { Client } from './client'
import type { Market } from './market'

/** Buys one thing and has it paid: resolves true when it was sold. */
export type Buy = (buyer: number, round: number) => Promise<boolean>

export interface LoadFigures {
  readonly ordersPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly sold: number
  readonly refused: number
  readonly seconds: number
}

/** `buyers` at once, each beginning the next purchase when the last is done, for so long. */
export async function runLoad(
  buy: Buy,
  {
    buyers,
    seconds,
    rounds = Infinity,
  }: { readonly buyers: number; readonly seconds: number; readonly rounds?: number },
): Promise<LoadFigures> {
  const latencies: number[] = []
  let [sold, refused] = [0, 0]
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: buyers }, async (_, buyer) => {
      for (let round = 0; round < rounds && performance.now() < end; round += 1) {
        const before = performance.now()
        if (await buy(buyer, round)) sold += 1
        else refused += 1
        latencies.push(performance.now() - before)
      }
    }),
  )
  const took = (performance.now() - start) / 1000
  return {
    ordersPerSecond: Math.round(sold / took),
    p50Ms: round1(percentile(latencies, 0.5)),
    p99Ms: round1(percentile(latencies, 0.99)),
    sold,
    refused,
    seconds: round1(took),
  }
}
const round1 = (value: number): number => Math.round(value * 10) / 10

/**
 * Our own functions: place an order, then the wallet's notice that it is paid. With several clients each call goes to
 * another server than the one before, as behind a load balancer that knows nothing.
 */
export function marketBuyer(clients: readonly [Client, ...Client[]], { goods, buyers }: Market): Buy {
  const heads = buyers.map(
    ({ token }) =>
      `Content-Type: application/json\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: bench-`,
  )
  const clientOf = (turn: number): Client => clients[turn % clients.length] ?? clients[0]
  return async (index, round) => {
    const who = index % buyers.length
    const buyer = buyers[who]
    const wanted = goods[(index * 7919 + round * 104_729) % goods.length]
    if (!buyer || !wanted) throw new Error('Nobody to buy, or nothing')
    const wish = `{"roomId":"${wanted.roomId}","items":[{"skuId":"${wanted.skuId}","quantity":1}],"addressId":"${buyer.addressId}"}`
    const head = `${heads[who]}${index}-${round}\r\n`
    const placed = await clientOf(index + round).post('/api/orders/place-order', wish, head)
    if (placed.status === 409) return false
    const id = /"id":"(o_[0-9a-z]{20})"/.exec(placed.body)?.[1] ?? ''
    const total = Number(/"total":(\d+)/.exec(placed.body)?.[1])
    if (!isId('order', id)) throw new Error(`place-order answered ${placed.status} ${placed.body}`)
    const notice = noticeOf(firstPaymentOf(id), total)
    const told = await clientOf(index + round + 1).post('/notify/wechat-pay', notice)
    if (told.status !== 200) throw new Error(`The notice was answered ${told.status}`)
    return true
  }
}

/** Keys of one crowd are not those of the crowd before. */
export const withFreshKeys =
  (buy: Buy, crowd: number): Buy =>
  (buyer, round) =>
    buy(buyer, crowd * 1_000_000 + round)
