/** A file's path without its ending: how the files of one page or component belong together. */
export const bare = (file: string): string => file.replace(/\.\w+$/, '')
