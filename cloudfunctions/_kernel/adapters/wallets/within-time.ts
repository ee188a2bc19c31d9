/**
 * Settles within `ms` whatever `work` does. The clients' own timeouts start anew with every byte (a dripping reply
 * never ends) or do not cover connecting.
 */
export async function withinTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No reply within ${ms} ms`))
    }, ms)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}
