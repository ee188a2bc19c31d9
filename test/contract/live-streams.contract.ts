import { QUALITY_IDS } from '@/domain/quality'
import type { Result } from '@/domain/result'
import { HOUR, MINUTE } from '@/domain/time'
import type { LiveStreams, StreamNotice } from '../../cloudfunctions/_kernel/ports/live-streams'

/** A vendor from the other side: it checks what the adapter signs and signs what the adapter checks. */
export interface LiveVendor {
  readonly streams: LiveStreams
  /** Moves the one clock that adapter and vendor share. */
  advance(ms: number): void
  now(): number
  /** What the vendor says to whoever opens a play address now. */
  opens(url: string): Promise<'plays' | 'expired' | 'refused'>
  /** What the vendor says to whoever pushes now; `stream` is what it would be called on air. */
  pushes(server: string, key: string): Promise<Result<{ stream: string }, 'expired' | 'refused'>>
  /** The notice that the vendor sends of a file it has recorded; none where nothing is recorded to files. */
  readonly recorded?: (about: {
    stream: string
    file: string
    startsAt: number
    seconds: number
  }) => StreamNotice
  /** The notice that the vendor sends about a push which began `push` seconds after the first one. */
  notice(kind: 'published' | 'stopped', about: { stream: string; push: number }): Promise<StreamNotice>
}

const STREAM = 'r_0000000000000000000a'

/** What every live vendor's adapter keeps to. */
export function describeLiveStreams(name: string, open: () => Promise<LiveVendor>): void {
  describe(`live streams of ${name}`, () => {
    let vendor: LiveVendor
    beforeEach(async () => {
      vendor = await open()
    })
    const ladder = () => vendor.streams.playAddresses(STREAM).qualities

    it('are a ladder whose best rung is what the host sends', () => {
      const ids = ladder().map(({ id }) => id)
      expect(ids[0]).toBe('origin')
      expect(ids).toEqual(QUALITY_IDS.filter((id) => ids.includes(id)))
      expect(new Set(ladder().map(({ flv }) => flv.replace(/\?.*/, ''))).size).toBe(ids.length)
    })

    it('play at every address that was given', async () => {
      for (const { flv, hls } of ladder()) {
        expect(await vendor.opens(flv)).toBe('plays')
        expect(await vendor.opens(hls)).toBe('plays')
      }
    })

    it('play at no address of another stream, another rung, or with another signature', async () => {
      const [{ flv } = { flv: '' }, lower] = ladder()
      expect(await vendor.opens(flv.replace(STREAM, 'r_0000000000000000000b'))).toBe('refused')
      expect(await vendor.opens(flv.replace(/\?.*/, ''))).toBe('refused')
      const last = flv.slice(-1) === '0' ? '1' : '0'
      expect(await vendor.opens(`${flv.slice(0, -1)}${last}`)).toBe('refused')
      const query = flv.slice(flv.indexOf('?'))
      if (lower) expect(await vendor.opens(lower.flv.replace(/\?.*/, query))).toBe('refused')
    })

    it('tell when the first address ends; HLS outlives the show that it began in', async () => {
      const { qualities, expiresAt } = vendor.streams.playAddresses(STREAM)
      const { flv = '', hls = '' } = qualities[0] ?? {}
      vendor.advance(9 * MINUTE)
      expect(await vendor.opens(flv)).toBe('plays')
      vendor.advance(1 * MINUTE + 1000)
      expect(expiresAt).toBeGreaterThan(0)
      expect(await vendor.opens(flv)).toBe('expired')
      expect(await vendor.opens(vendor.streams.playAddresses(STREAM).qualities[0]?.flv ?? '')).toBe('plays')
      vendor.advance(11 * HOUR)
      expect(await vendor.opens(hls)).toBe('plays')
    })

    it('are pushed by whoever has the address, with a key that opens no player', async () => {
      const { server, key } = vendor.streams.pushAddress(STREAM)
      expect(await vendor.pushes(server, key)).toEqual({ ok: true, value: { stream: STREAM } })
      const [, query = ''] = key.split('?')
      expect(await vendor.opens((ladder()[0]?.flv ?? '').replace(/\?.*/, `?${query}`))).toBe('refused')
      expect(await vendor.pushes(server, key.replace(STREAM, 'r_0000000000000000000b'))).toMatchObject({
        ok: false,
      })
      vendor.advance(25 * HOUR)
      expect(await vendor.pushes(server, key)).toEqual({ ok: false, error: 'expired' })
    })

    it.each(['published', 'stopped'] as const)('are told of when %s', async (kind) => {
      const notice = await vendor.notice(kind, { stream: STREAM, push: 0 })
      expect(vendor.streams.verifyCallback(notice)).toMatchObject({
        ok: true,
        value: { kind, stream: STREAM },
      })
    })

    it('are told of twice in the same words, and of another push in others', async () => {
      const push = async (kind: 'published' | 'stopped', number: number) => {
        const verified = vendor.streams.verifyCallback(
          await vendor.notice(kind, { stream: STREAM, push: number }),
        )
        return verified.ok && 'push' in verified.value ? verified.value.push : null
      }
      const first = await push('published', 0)
      expect(await push('published', 0)).toEqual(first)
      expect(await push('published', 20)).not.toEqual(first)
    })

    it('are asked for again, for as long as the vendor keeps them, with an address of their own', async () => {
      const end = vendor.now()
      const span = { from: end - MINUTE, to: end }
      expect(vendor.streams.keepsPastMs).toBeGreaterThan(0)
      const past = vendor.streams.pastAddress(STREAM, span)
      expect(await vendor.opens(past)).toBe('plays')
      expect(await vendor.opens(past.replace(STREAM, 'r_0000000000000000000b'))).toBe('refused')
      vendor.advance(11 * HOUR)
      expect(await vendor.opens(past)).toBe('plays')
      vendor.advance(2 * HOUR)
      expect(await vendor.opens(past)).toBe('expired')
      expect(await vendor.opens(vendor.streams.pastAddress(STREAM, span))).toBe('plays')
    })

    it('are told of when they lie in a file, which is what it was before when it is told again', async () => {
      const about = { stream: STREAM, file: 'show.m3u8', startsAt: 1_700_000_000_000, seconds: 90 }
      const [first, again] = [vendor.recorded?.(about), vendor.recorded?.(about)]
      if (!first || !again) return
      const read = vendor.streams.verifyCallback(first)
      expect(read).toMatchObject({
        ok: true,
        value: {
          kind: 'recorded',
          stream: STREAM,
          file: { startsAt: about.startsAt, durationMs: 90_000 },
        },
      })
      expect(vendor.streams.verifyCallback(again)).toEqual(read)
      expect(
        vendor.streams.verifyCallback(vendor.recorded?.({ ...about, file: 'show.flv' }) ?? first),
      ).toMatchObject({ ok: true, value: { kind: 'recorded', file: null } })
    })

    it('believe no notice that is forged, old or empty', async () => {
      const notice = await vendor.notice('stopped', { stream: STREAM, push: 0 })
      const code = (given: StreamNotice) => {
        const verified = vendor.streams.verifyCallback(given)
        return verified.ok ? 'believed' : verified.error.code
      }
      const forge = (text: string) => text.replace(/[0-9a-f]{32}/, '0'.repeat(32))
      const headers = Object.fromEntries(
        Object.entries(notice.headers).map(([header, value]) => [header, forge(value)]),
      )
      expect(code({ ...notice, headers, body: forge(notice.body) })).toBe('bad-signature')
      expect(code({ headers: {}, query: {}, body: '' })).toBe('malformed')
      vendor.advance(11 * MINUTE)
      expect(code(notice)).toBe('expired')
    })
  })
}
