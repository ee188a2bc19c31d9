import type { Migration } from './migration'

/** What has to be said in the room to take part in a draw. */
export const drawPhrases: Migration = {
  name: '0006-draw-phrases',
  statements: [`alter table draws add column phrase text`],
}
