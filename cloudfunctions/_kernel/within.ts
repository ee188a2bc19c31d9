/** What `work` comes to, or a rejection when that takes longer; the work itself goes on, and its end is ignored. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(ms)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export class TooLate extends Error {
  constructor(ms: number) {
    super(`No answer within ${ms} ms`)
  }
}
