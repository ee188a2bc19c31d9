/** What this server calls the transcoding template that leaves the picture out. */
export const SOUND_TEMPLATE = 'sound'

const SOUND_NAME = new RegExp(`^(.+)_${SOUND_TEMPLATE}$`)

/** The stream whose sound alone is meant by `name`; null when the whole stream is. */
export const wholeOf = (name: string): string | null => SOUND_NAME.exec(name)?.[1] ?? null
