import { pino, type DestinationStream, type Logger } from 'pino'
import type { Log } from '../ports/log'

const SECRETS = ['token', 'authorization', 'userSig', 'secret', 'password', 'paySign'] as const
const PRIVATE = ['phone', 'detail', 'region', 'deliverTo', 'deliver_to', 'hostUserId'] as const

/** One JSON line per event. What should never have been handed to the log is struck out all the same. */
export function pinoLog(destination?: DestinationStream): Log {
  const options = {
    base: null,
    messageKey: 'event',
    serializers: { cause: describeCause },
    redact: {
      paths: [...SECRETS, ...PRIVATE].flatMap((name) => [name, `*.${name}`]),
      censor: '[struck out]',
    },
  }
  return wrap(destination ? pino(options, destination) : pino(options))
}

function wrap(logger: Logger): Log {
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    alarm: (event, facts = {}) => logger.error({ ...facts, alarm: true }, event),
    with: (facts) => wrap(logger.child(facts)),
  }
}

/** Only what finds the defect: a database's error also carries the row it refused, with people's addresses in it. */
function describeCause(cause: unknown): unknown {
  if (!(cause instanceof Error)) return { thrown: typeof cause === 'string' ? cause : typeof cause }
  const { name: type, message, stack } = cause
  const code = 'code' in cause ? cause.code : undefined
  return { type, message, stack, code, ...(cause.cause ? { cause: describeCause(cause.cause) } : {}) }
}
