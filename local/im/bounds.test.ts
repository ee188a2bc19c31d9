import { Group } from './group'
import { Groups } from './groups'
import { People } from './people'
import { imSettings } from './settings'

it('never runs in production', () => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    expect(() => imSettings({ sdkAppId: 1, secretKey: 'key', adminId: 'admin' })).toThrow(/production/)
  } finally {
    process.env.NODE_ENV = before
  }
})

it('makes room for a new group by forgetting one that nobody is in', () => {
  const groups = new Groups()
  const used = groups.create('used', '', 0)
  used?.members.add('mei')
  for (let n = 1; n < 1_000; n += 1) groups.create(`group-${n}`, '', 0)
  expect(groups.create('one more', '', 0)).not.toBeNull()
  expect(groups.get('used')).toBe(used)
  expect(groups.get('group-1')).toBeUndefined()
})

it('makes no group when all are in use', () => {
  const groups = new Groups()
  for (let n = 0; n < 1_000; n += 1) groups.create(`group-${n}`, '', 0)?.members.add('mei')
  expect(groups.create('one more', '', 0)).toBeNull()
})

it('forgets the people nobody mentioned for longest', () => {
  const people = new People()
  people.introduce('mei', '小美', '')
  for (let n = 0; n < 50_000; n += 1) people.introduce(`user-${n}`, '', '')
  expect(people.get('mei').nickname).toBe('')
})

it('remembers no more than so many who are muted', () => {
  const group = new Group('room', '', 0)
  for (let n = 0; n <= 5_000; n += 1) group.mute(`user-${n}`, 1_000)
  expect([group.isMuted('user-0', 0), group.isMuted('user-1', 0)]).toEqual([false, true])
})

it('holds one poll for a reader: a second one ends the first', async () => {
  const group = new Group('room', '', 0)
  const first = group.poll(1, 5, 60_000)
  const second = group.poll(1, 5, 60_000)
  expect(await first).toEqual({ nextSeq: 5, messages: [] })
  group.stopPolling(1)
  expect(await second).toEqual({ nextSeq: 5, messages: [] })
})
