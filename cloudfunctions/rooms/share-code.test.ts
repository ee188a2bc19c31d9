import type { Host } from '@/contracts/schemas'
import { err, ok } from '@/domain/result'
import { HOUR } from '@/domain/time'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { setUpApplication } from '../../test/builders/test-application'
import { rooms } from './index'

const test = setUpApplication([rooms])
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64')

/** A host that draws `answers` one after the other, and how often it was asked. */
function drawing(host: Host, ...answers: readonly (Buffer | 'refused')[]) {
  const asked: string[] = []
  test().appCodes[host] = {
    draw: async (roomId) => {
      asked.push(roomId)
      const answer = answers[asked.length - 1] ?? 'refused'
      return answer === 'refused' ? err({ code: 'refused', reason: '41030' }) : ok(answer)
    },
  }
  return asked
}
afterEach(() => {
  Object.assign(test().appCodes, { weapp: null, alipay: null, h5: null })
})
const codeFor = async (host: Host, roomId: string) =>
  test()
    .as(await test().someone(host))
    .ask<'rooms', 'share-code'>('rooms/share-code', { roomId })

it('is drawn once for each host, and kept', async () => {
  const roomId = await givenRoom(test(), await givenMerchant(test()))
  const [weapp, alipay] = [drawing('weapp', PNG), drawing('alipay', PNG)]
  const first = await codeFor('weapp', roomId)
  expect(first.pictureUrl).toMatch(/^\/media\/pic_/)
  expect(await codeFor('weapp', roomId)).toEqual(first)
  expect((await codeFor('alipay', roomId)).pictureUrl).not.toBe(first.pictureUrl)
  expect([weapp, alipay]).toEqual([[roomId], [roomId]])
})

it('is not there in a browser, nor where the app is not published', async () => {
  const roomId = await givenRoom(test(), await givenMerchant(test()))
  for (const host of ['h5', 'weapp'] as const)
    expect(await codeFor(host, roomId)).toEqual({ pictureUrl: null })
})

it.each([
  ['refuses', 'refused'],
  ['sends no picture', Buffer.from('nonsense')],
] as const)('is asked for again an hour after the host %s', async (_, answer) => {
  const roomId = await givenRoom(test(), await givenMerchant(test()))
  const asked = drawing('weapp', answer, PNG)
  expect(await codeFor('weapp', roomId)).toEqual({ pictureUrl: null })
  expect(await codeFor('weapp', roomId)).toEqual({ pictureUrl: null })
  expect(asked).toHaveLength(1)
  test().clock.advance(HOUR)
  expect((await codeFor('weapp', roomId)).pictureUrl).not.toBeNull()
})

it('of no room is refused', async () => {
  const roomId = test().ids.make('room', test().ids.make('merchant'))
  const someone = test().as(await test().someone())
  expect(await someone.refusal('rooms/share-code', { roomId })).toBe('room-not-found')
})
