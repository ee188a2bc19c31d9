/** A wallet that approves everything must never stand where real money is expected. */
export function refuseProduction(part: string): void {
  if (process.env['NODE_ENV'] === 'production') throw new Error(`${part} refuses to start in production`)
}
