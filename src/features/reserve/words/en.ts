import type { Words } from './zh-cn'

export const en: Words = {
  reserve: 'Remind me',
  reserved: 'Reminder set',
  label: (title) => `Remind me of ${title}`,
  reservedLabel: (title) => `Cancel the reminder of ${title}`,
  count: (people) => `${people} waiting`,
  beTheFirst: 'We tell you when it starts',
  outcomes: {
    accepted: 'Done: we tell you when it starts',
    rejected: 'Saved; without a message, so come back when it starts',
    blocked: 'Saved; messages are switched off, settings can turn them on',
    unsupported: 'Saved: come back when it starts',
    failed: 'Saved; we could not ask about a message, so come back when it starts',
  },
  cancelled: 'Reminder cancelled',
}
