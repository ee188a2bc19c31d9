import type { Connection } from './connection'
import { groupCommands } from './commands/group-commands'
import { sessionCommands } from './commands/session-commands'
import { startupCommands } from './commands/startup-commands'
import type { Frame } from './frames'
import type { ImState } from './im-state'
import type { Person } from './people'
import { IM_CODE, refuse, type Reply } from './replies'

/** The one request that wants no answer. */
const ACKNOWLEDGEMENT = 'openim.ws_msg_push_ack'

export async function answerFrame(
  state: ImState,
  frame: Frame,
  connection: Connection,
): Promise<Reply | null> {
  const { servcmd } = frame.head
  if (servcmd === ACKNOWLEDGEMENT) return null
  const open = sessionCommands.get(servcmd)
  if (open) return open(state, { head: frame.head, connection })
  const person = recognise(state, frame, connection)
  if (!person) return refuse(IM_CODE.signatureExpired, 'not signed in')
  const run = groupCommands.get(servcmd) ?? startupCommands.get(servcmd)
  return run ? run(state, frame.body, { person, connection }) : refuse(IM_CODE.noSuchApi, 'no such command')
}

function recognise(state: ImState, { head }: Frame, connection: Connection): Person | null {
  const ticket = head.a2 === undefined ? null : state.tickets.readLogin(head.a2)
  if (!ticket) return null
  state.connections.attach(connection, ticket.userId)
  return state.people.admit(ticket)
}
