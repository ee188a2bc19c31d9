import { roomId } from '../builders/room'
import { callRest, startChatServer, type ChatServer } from './chat/chat-server'
import { RawClient } from './chat/raw-client'

let server: ChatServer
const clients: RawClient[] = []
const connect = async (instance?: string): Promise<RawClient> => {
  const client = await RawClient.connect(server.port, instance)
  clients.push(client)
  return client
}
const enter = async (userId: string): Promise<RawClient> => {
  const client = await connect(userId)
  await client.logIn(userId)
  await client.join()
  return client
}

beforeEach(async () => {
  server = await startChatServer({}, 18404)
  const group = { Type: 'AVChatRoom', GroupId: roomId, Name: 'room' }
  await callRest(server.port, 'group_open_http_svc/create_group', group)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await server.stop()
})

const NO_SDK_SENDS: readonly (readonly [string, string | Buffer])[] = [
  ['no JSON', '{'],
  ['binary rubbish', Buffer.from([0, 255, 254, 7])],
  ['JSON that is no frame', '[1,2]'],
  ['a frame without a head', '{"body":{}}'],
  ['a frame without a number', '{"head":{"servcmd":"heartbeat.alive"}}'],
  ['a frame that is too long', JSON.stringify({ head: { servcmd: 'x', seq: 1 }, body: 'x'.repeat(70_000) })],
]

it.each(NO_SDK_SENDS)('closes only the connection that sends %s', async (_case, frame) => {
  const [mei, eve] = [await enter('mei'), await connect()]
  eve.socket.send(frame)
  await eve.closed
  expect(await mei.say('还在')).toBe(0)
})

it('closes only the connection that sends too fast', async () => {
  const [mei, eve] = [await enter('mei'), await connect()]
  for (let n = 0; n < 1_000; n += 1) void eve.request('heartbeat.alive', {})
  await eve.closed
  expect(await mei.say('还在')).toBe(0)
})

it.each([
  ['no ticket', {}],
  ['an invented ticket', { a2: 'e30.AAAA' }],
])('does nothing for somebody with %s', async (_case, head) => {
  const eve = await connect()
  const message = { GroupId: roomId, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }] }
  expect(await eve.code('group_open_http_svc.send_group_msg', message, head)).toBe(70001)
  expect(await eve.code('group_open_http_svc.apply_join_group', { GroupId: roomId }, head)).toBe(70001)
  expect(await eve.code('im_open_status.wslogin', {}, { identifier: 'mei', usersig: 'guess' })).toBe(70003)
})

const JOIN = 'group_open_http_svc.apply_join_group'
const POLL = 'group_open_long_polling_http_svc.get_msg'
it.each([
  { what: 'a command that does not exist', command: 'group_open_http_svc.do_all', body: {}, code: 60009 },
  { what: 'a name that every object has', command: 'constructor', body: {}, code: 60009 },
  { what: 'a body of another shape', command: JOIN, body: { GroupId: 7 }, code: 10004 },
  { what: 'no body', command: JOIN, body: undefined, code: 10004 },
  { what: 'a group that is not there', command: JOIN, body: { GroupId: 'none' }, code: 10010 },
  { what: 'a poll with an invented key', command: POLL, body: { Key: 'a.b' }, code: 10010 },
])('refuses $what with code $code', async ({ command, body, code }) => {
  expect(await (await enter('mei')).code(command, body)).toBe(code)
})

it('lets only members speak', async () => {
  const eve = await connect()
  await eve.logIn('eve')
  expect(await eve.say('x')).toBe(10007)
  expect(await eve.code('group_open_http_svc.quit_group', { GroupId: 'none' })).toBe(10010)
})

it('delivers what is sent twice under one number once', async () => {
  const [mei, jun] = [await enter('mei'), await enter('jun')]
  const heard: unknown[] = []
  void jun.follow(0, (messages) => heard.push(...messages))
  const spoken = () => heard.filter((message) => JSON.stringify(message).includes('TIMTextElem'))
  await mei.say('一次', { Random: 7 })
  await mei.say('一次', { Random: 7 })
  await mei.say('两次', { Random: 8 })
  while (!JSON.stringify(heard).includes('两次')) await new Promise((resolve) => setImmediate(resolve))
  expect(spoken()).toHaveLength(2)
})
