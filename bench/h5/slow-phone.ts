/** The phone of the peers' figures: four times slower than this machine, on a network of 1.6 Mbit/s. */
export const CPU_TIMES_SLOWER = 4

export const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const
