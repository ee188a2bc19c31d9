import { Tickets } from './tickets'

const login = { kind: 'login', userId: 'mei', nickname: '小美', avatarUrl: '' } as const
const tickets = new Tickets('key')

it('knows its own tickets, after a restart too', () => {
  const ticket = tickets.issue(login)
  expect(tickets.readLogin(ticket)).toEqual(login)
  expect(new Tickets('key').readLogin(ticket)).toEqual(login)
  expect(tickets.readPoll(tickets.issue({ kind: 'poll', groupId: 'room' }))).toBe('room')
})

it('takes no ticket for one of the other kind', () => {
  expect(tickets.readPoll(tickets.issue(login))).toBeNull()
  expect(tickets.readLogin(tickets.issue({ kind: 'poll', groupId: 'room' }))).toBeNull()
})

it.each([
  ['of another key', new Tickets('guess').issue(login)],
  [
    'with other content',
    `${Buffer.from('{}').toString('base64url')}.${tickets.issue(login).split('.')[1] ?? ''}`,
  ],
  ['that is empty', ''],
])('refuses a ticket %s', (_case, ticket) => {
  expect(tickets.readLogin(ticket)).toBeNull()
})
