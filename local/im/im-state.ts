import { Connections } from './connections'
import type { Group } from './group'
import { Groups } from './groups'
import { tipEntry } from './log-entries'
import { People, type Person } from './people'
import { imSettings, type ImSettings, type LocalImOptions } from './settings'
import { Tickets } from './tickets'
import { Webhooks } from './webhooks'

/** Everything the commands work on. */
export interface ImState {
  readonly settings: ImSettings
  readonly tickets: Tickets
  readonly people: People
  readonly groups: Groups
  readonly connections: Connections
  readonly webhooks: Webhooks
}

export function createImState(options: LocalImOptions): ImState {
  const settings = imSettings(options)
  return {
    settings,
    tickets: new Tickets(settings.secretKey),
    people: new People(),
    groups: new Groups(),
    connections: new Connections(),
    webhooks: new Webhooks(settings),
  }
}

export function enterGroup(state: ImState, group: Group, person: Person): void {
  if (group.members.has(person.id)) return
  group.members.add(person.id)
  announce(state, group, { type: 'joined', person })
  state.webhooks.afterJoin(group.id, person.id)
}

export function leaveGroup(state: ImState, group: Group, person: Person): void {
  if (!group.members.delete(person.id)) return
  for (const connection of state.connections.of(person.id)) group.stopPolling(connection.id)
  announce(state, group, { type: 'left', person })
  state.webhooks.afterExit(group.id, person.id)
}

export function leaveAllGroups(state: ImState, userId: string): void {
  const person = state.people.get(userId)
  for (const group of state.groups.of(userId)) leaveGroup(state, group, person)
}

/** Tips are the first to go when much is being said, as at the vendor. */
function announce(
  state: ImState,
  group: Group,
  tip: { readonly type: 'joined' | 'left'; readonly person: Person },
): void {
  const now = state.settings.clock.now()
  if (group.admits('Lowest', now)) group.append(tipEntry(group, tip, now))
}
