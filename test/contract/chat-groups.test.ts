import { composeId } from '@/domain/ids'
import { tencentIm } from '../../cloudfunctions/_kernel/adapters/tencent-im/tencent-im'
import { roomId } from '../builders/room'
import { APP, callRest, startChatServer, type ChatServer } from './chat/chat-server'

const PORT = 18405
const userId = composeId('user', 'mei'.padEnd(20, '0'))
const adapter = (changes: { secretKey?: string; adminId?: string } = {}) =>
  tencentIm({
    ...APP,
    ...changes,
    restUrl: `http://127.0.0.1:${PORT}/sandbox/im`,
    webhookToken: 'token',
    fetch,
    clock: Date,
    random: Math.random,
  })

let server: ChatServer
beforeEach(async () => {
  server = await startChatServer({}, PORT)
})
afterEach(() => server.stop())

it('makes a group as often as it is asked to', async () => {
  await adapter().ensureGroup(roomId, '云岭果园脐橙开园直播专场,今晚八点')
  await adapter().ensureGroup(roomId, '另一个名字')
  const again = { Type: 'AVChatRoom', GroupId: roomId, Name: 'x' }
  expect(await callRest(PORT, 'group_open_http_svc/create_group', again)).toMatchObject({ ErrorCode: 10021 })
})

it('sends a notice, to nobody where there is no group', async () => {
  await adapter().notify(roomId, '{"v":1}')
  await adapter().ensureGroup(roomId, '房间')
  await adapter().notify(roomId, '{"v":1}')
})

it('refuses a notice that is too long for the vendor', async () => {
  await adapter().ensureGroup(roomId, '房间')
  await expect(adapter().notify(roomId, 'x'.repeat(12 * 1024 + 1))).rejects.toMatchObject({ code: 10004 })
})

it('introduces people, again when they have a new name', async () => {
  await adapter().introduce(userId, '小美', '/media/mei.png')
  await adapter().introduce(userId, '', '')
})

it.each([
  ['with another key', { secretKey: 'guess' }, 70009],
  ['as somebody who is not the administrator', { adminId: 'mei' }, 70402],
])('is refused %s', async (_case, changes, code) => {
  await expect(adapter(changes).introduce(userId, '小美', '')).rejects.toMatchObject({ code })
})

it('says what happened when nobody answers', async () => {
  await server.stop()
  await expect(adapter().ensureGroup(roomId, '房间')).rejects.toThrow('Tencent IM did not answer')
})

it.each([
  { what: 'a command that does not exist', command: 'group_open_http_svc/none', body: {}, code: 60009 },
  {
    what: 'a name that breaks the rules',
    command: 'group_open_http_svc/create_group',
    body: { Type: 'AVChatRoom', GroupId: '@TGS#1', Name: 'x' },
    code: 10004,
  },
  {
    what: 'a group that is not there',
    command: 'group_open_http_svc/destroy_group',
    body: { GroupId: 'none' },
    code: 10010,
  },
])('the stand-in refuses $what with code $code', async ({ command, body, code }) => {
  expect(await callRest(PORT, command, body)).toMatchObject({ ErrorCode: code })
})
