import { createHash, timingSafeEqual } from 'node:crypto'
import { QUALITY_IDS, type QualityId } from '@/domain/quality'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import type { Clock } from '../../ports/clock'
import type { PlayAddresses } from '../../ports/live-streams'

/** What every vendor of live video is told. */
export interface LiveVendorOptions {
  /** Play domain with the application name, such as `https://play.example.com/live`. */
  readonly playBaseUrl: string
  /** Push domain with the application name, such as `rtmp://push.example.com/live`. */
  readonly pushServer: string
  readonly playKey: string
  readonly pushKey: string
  readonly callbackKey: string
  /** Name of the host that notices are sent to; some vendors sign it. */
  readonly callbackHost: string
  /** The vendor's transcoding templates: `<stream>_<template>` is the same show smaller, or its sound alone. */
  readonly templates: Readonly<Partial<Record<QualityId, string>>>
  /** Days that the vendor keeps what was on air (time shift); 0 when it is not switched on. */
  readonly timeShiftDays: number
  /** Where recorded files lie, for a vendor that tells only their path. */
  readonly recordingUrl?: string | undefined
  /** Key of the domain that serves recorded files; without one their addresses are open. */
  readonly recordingKey?: string | undefined
  readonly clock: Clock
}

/** FLV is checked once, when a player connects, and every reconnect asks for a fresh address. */
const FLV_TTL_MS = 10 * MINUTE
/** HLS is checked on every request: it must outlive the longest show. */
export const HLS_TTL_MS = 12 * HOUR
export const PUSH_TTL_MS = 24 * HOUR

export const expiryOf = (clock: Clock, ttlMs: number): number => Math.floor((clock.now() + ttlMs) / 1000)

/** The query that opens `file` of `stream` until a second. */
export type SignPlay = (address: { stream: string; file: string; until: number }) => string

/** Every rung that the vendor is set up for, best first. A signature covers the whole name, template included. */
export function signedLadder(
  { playBaseUrl, templates, clock }: LiveVendorOptions,
  stream: string,
  sign: SignPlay,
): PlayAddresses {
  const flvUntil = expiryOf(clock, FLV_TTL_MS)
  const hlsUntil = expiryOf(clock, HLS_TTL_MS)
  const addressOf = (name: string, file: string, until: number): string =>
    `${playBaseUrl}/${encodeURIComponent(name)}.${file}?${sign({ stream: name, file, until })}`
  const rungs = QUALITY_IDS.flatMap((id) => {
    const template = templates[id]
    if (template === undefined && id !== 'origin') return []
    const name = template === undefined ? stream : `${stream}_${template}`
    return [{ id, flv: addressOf(name, 'flv', flvUntil), hls: addressOf(name, 'm3u8', hlsUntil) }]
  })
  return { qualities: rungs, expiresAt: flvUntil * 1000 }
}

export const pastOf = ({ timeShiftDays }: LiveVendorOptions): number => timeShiftDays * DAY

/** Players of mini-programs and browsers know no others; vendors record in several formats when they are told to. */
export const isPlayable = (path: string): boolean => /\.(m3u8|mp4)$/i.test(path)

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

/** In a time that tells nothing about where two signatures part. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
