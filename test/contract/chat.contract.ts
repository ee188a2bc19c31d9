import { MAX_CHAT_CHARS } from '@/domain/chat-message'
import type { RoomNotice } from '@/contracts/room-notice'
import { composeId } from '@/domain/ids'
import { err } from '@/domain/result'
import { aPulse, merchantId } from '../builders/room'
import { expectConsole } from '../setup/expect-console'
import { startChatWorld, userIdOf, type ChatWorld } from './chat/chat-world'
import { makeRoomForSdk, type SdkHost } from './chat/sdk-hosts'

/** What the room may rely on, with the vendor's real SDK as each host loads it. */
export function chatContract(host: SdkHost, port: number): void {
  describe(`chat with the real SDK in ${host.name}`, () => {
    let world: ChatWorld
    let tidyUp: () => void
    beforeAll(() => {
      tidyUp = makeRoomForSdk()
    })
    afterAll(() => tidyUp())
    beforeEach(async () => {
      world = await startChatWorld({ host, port })
    })
    afterEach(() => world.end())

    const pulse = (room = world.room): RoomNotice => ({
      v: 1,
      kind: 'pulse',
      roomId: room,
      pulse: aPulse({ viewers: 3, likes: 7 }),
      newest: 0,
    })

    it('connects, and is ready', async () => {
      const mei = await world.enter('mei')
      expect(mei.states).toEqual(['connecting', 'ready'])
    })

    it('carries what one says to the other, with name and picture', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      const sent = await mei.chat.send('这个甜吗?')
      const heard = await jun.untilHeard('这个甜吗?')
      expect(heard).toMatchObject({
        nickname: 'mei',
        avatarUrl: '/media/mei.png',
        isOwn: false,
        isOld: false,
      })
      expect(heard.userId).toBe(userIdOf('mei'))
      expect(Math.abs(heard.at - Date.now())).toBeLessThan(10_000)
      expect(sent).toMatchObject({ ok: true, value: { id: heard.id, text: '这个甜吗?', isOwn: true } })
      await jun.chat.send('甜')
      await mei.untilHeard('甜')
      expect(mei.texts).toEqual(['甜'])
    })

    it('carries markup and emoji as they were typed', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      const text = '<b onclick="x()">好</b> 👩‍🌾🍊 &amp; "引号"'
      await mei.chat.send(text)
      expect((await jun.untilHeard(text)).text).toBe(text)
    })

    it('refuses an empty and a far too long text without sending them', async () => {
      const mei = await world.enter('mei')
      expect(await mei.chat.send(' \u200b ')).toEqual(err('chat-empty'))
      expect(await mei.chat.send('长'.repeat(5_000))).toEqual(err('chat-too-long'))
      expect(world.webhooks).not.toContain('Group.CallbackBeforeSendMsg')
      expect(await mei.chat.send('长'.repeat(MAX_CHAT_CHARS))).toMatchObject({ ok: true })
    })

    it('keeps the rule for those who send without our client', async () => {
      const [say, jun] = [await world.enterWithoutClient('eve'), await world.enter('jun')]
      await expect(say('长'.repeat(5_000))).rejects.toMatchObject({ code: 80002 })
      await expect(say('长'.repeat(MAX_CHAT_CHARS + 1))).rejects.toMatchObject({ code: 10016 })
      await expect(say('\u200b')).rejects.toMatchObject({ code: 10016 })
      await say('  藏\u200b着\u202e 的字 ')
      await jun.untilHeard('藏着 的字')
      expect(jun.lines).toHaveLength(1)
    })

    it('shows newcomers the last twenty lines as old ones', async () => {
      const mei = await world.enter('mei')
      for (let n = 1; n <= 22; n += 1) await mei.chat.send(`第 ${n} 句`)
      const jun = await world.enter('jun')
      await jun.untilHeard('第 22 句')
      expect(jun.texts).toEqual(Array.from({ length: 20 }, (_, n) => `第 ${n + 3} 句`))
      expect(jun.lines.every((line) => line.isOld)).toBe(true)
      await mei.chat.send('新的')
      expect((await jun.untilHeard('新的')).isOld).toBe(false)
    })

    it('hands over what the server says about this room, and nothing else', async () => {
      const mei = await world.enter('mei')
      const other = composeId('room', 'elsewhere'.padEnd(20, '0'), merchantId)
      await world.groups.notify(world.room, 'not ours')
      await world.groups.notify(world.room, JSON.stringify({ ...pulse(), v: 2 }))
      await world.groups.notify(world.room, JSON.stringify(pulse(other)))
      await world.groups.notify(world.room, JSON.stringify(pulse()))
      await mei.until(({ notices }) => notices.length > 0)
      expect(mei.notices).toEqual([pulse()])
      expect(mei.lines).toEqual([])
    })

    it('does not come in with a forged signature, and does once it gets a good one', async () => {
      const mei = world.open('mei', world.credentials('mei', 'a guessed key'))
      mei.renewals = [null, world.credentials('mei')]
      await mei.untilReady()
      expect(mei.states).toEqual(['connecting', 'offline', 'connecting', 'offline', 'connecting', 'ready'])
    })

    it('comes in as soon as the room has its group', async () => {
      expectConsole(/applyJoinGroup failed/)
      await world.rest('group_open_http_svc/destroy_group', { GroupId: world.room })
      const mei = world.open('mei')
      await mei.until(({ states }) => states.includes('offline'))
      await world.groups.ensureGroup(world.room, '脐橙开园')
      await mei.untilReady()
    })

    it('says so when the sender is muted', async () => {
      const mei = await world.enter('mei')
      const mute = { GroupId: world.room, Members_Account: [userIdOf('mei')], MuteTime: 60 }
      await world.rest('group_open_http_svc/forbid_send_msg', mute)
      expect(await mei.chat.send('喂')).toEqual(err('chat-muted'))
    })

    it('drops what is over forty a second and tells the senders that all went well', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      world.stopClock()
      const sent = await Promise.all(Array.from({ length: 100 }, (_, n) => mei.chat.send(`句 ${n}`)))
      expect(sent.every((result) => result.ok)).toBe(true)
      await world.groups.notify(world.room, JSON.stringify(pulse()))
      await jun.until(({ notices }) => notices.length > 0)
      expect(jun.lines).toHaveLength(40)
    })

    it('comes back after the connection broke, and has missed nothing', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      world.server().cutConnections()
      await world.groups.notify(world.room, JSON.stringify(pulse()))
      await mei.until(({ states }) => states.at(-1) !== 'ready')
      await Promise.all([mei.untilReady(), jun.untilReady()])
      await mei.chat.send('回来了')
      await jun.untilHeard('回来了')
      expect(jun.texts).toEqual(['回来了'])
      expect(jun.notices).toEqual([pulse()])
    })

    it('goes on after the product was restarted', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      await mei.chat.send('之前')
      await jun.untilHeard('之前')
      await world.restart()
      await mei.until(({ states }) => states.at(-1) !== 'ready')
      await Promise.all([mei.untilReady(), jun.untilReady()])
      await mei.chat.send('之后')
      expect(await jun.untilHeard('之后')).toMatchObject({ nickname: 'mei' })
    })

    it('is kicked when the same account enters somewhere else', async () => {
      const first = await world.enter('mei')
      const second = await world.enter('mei')
      await first.until(({ states }) => states.at(-1) === 'kicked')
      expect(await first.chat.send('还在吗')).toEqual(err('offline'))
      expect(await second.chat.send('在')).toMatchObject({ ok: true })
    })

    it('leaves when it is closed', async () => {
      const [mei, jun] = [await world.enter('mei'), await world.enter('jun')]
      await mei.chat.close()
      await jun.chat.send('有人吗')
      expect(world.webhooks).toContain('Group.CallbackAfterMemberExit')
      expect(mei.lines).toEqual([])
      expect(await mei.chat.send('我')).toEqual(err('offline'))
      expect(mei.states).toEqual(['connecting', 'ready'])
    })
  })
}
