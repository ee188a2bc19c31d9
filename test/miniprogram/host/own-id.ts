/** Ids inside a component begin with the component's own. */
export const ownId = (id: string): string => id.replace(/^.*?--/, '')
