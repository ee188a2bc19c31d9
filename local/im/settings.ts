/** The part of `fetch` that calling a webhook needs. */
export type PostWebhook = (
  url: URL,
  request: {
    readonly method: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly signal: AbortSignal
  },
) => Promise<Response>

export interface LocalImOptions {
  readonly sdkAppId: number
  readonly secretKey: string
  /** The account that may use the REST API. */
  readonly adminId: string
  /** Where the functions take the vendor's webhooks; without it none are called. */
  readonly webhookUrl?: string | undefined
  /** How long a client waits between two polls. */
  readonly pollingMs?: number
  /** How long a poll without news is held; the SDK gives up after 15 s. */
  readonly holdMs?: number
  /** How long a member whose connection broke stays in its groups. */
  readonly leaveAfterMs?: number
  readonly clock?: { now(): number }
  readonly fetch?: PostWebhook
}

export type ImSettings = Required<Omit<LocalImOptions, 'webhookUrl'>> & {
  readonly webhookUrl: string | undefined
}

export function imSettings(options: LocalImOptions): ImSettings {
  if (process.env.NODE_ENV === 'production') throw new Error('The chat stand-in never runs in production')
  return {
    sdkAppId: options.sdkAppId,
    secretKey: options.secretKey,
    adminId: options.adminId,
    webhookUrl: options.webhookUrl,
    pollingMs: options.pollingMs ?? 100,
    holdMs: options.holdMs ?? 10_000,
    leaveAfterMs: options.leaveAfterMs ?? 3_000,
    clock: options.clock ?? Date,
    fetch: options.fetch ?? fetch,
  }
}

/** Nothing here grows without a bound, whatever clients do. */
export const LIMITS = {
  connections: 5_000,
  frameBytes: 64 * 1024,
  framesPerSecond: 400,
  /** Unsent bytes after which a client that does not read is cut off. */
  unsentBytes: 4 * 1024 * 1024,
  /** The SDK pings every 10 s: a client silent for this long is gone. */
  silentMs: 60_000,
  people: 50_000,
  groups: 1_000,
  mutesPerGroup: 5_000,
  bansPerGroup: 5_000,
  messagesPerGroup: 1_000,
  bytesPerGroup: 1024 * 1024,
  messagesPerPoll: 100,
  historyForNewcomers: 20,
  messageBytes: 12 * 1024,
  webhooksInFlight: 200,
} as const
