import type { ErrorCode } from '@/contracts/errors'
import type { Prepay } from '@/contracts/payments'
import type { Host } from '@/contracts/schemas'
import type { Profile } from '@/contracts/session'
import { err, ok, type Result } from '@/domain/result'
import { HOUR } from '@/domain/time'
import type { FilePicker } from '@/platform/ports/file-picker'
import type { FileSaver } from '@/platform/ports/file-saver'
import type { SheetOutcome } from '@/platform/ports/payment-sheet'
import type { NoProof } from '@/platform/ports/phone-proof'
import type { PromptOutcome } from '@/platform/ports/subscribe-prompt'
import type { TransportFailure, WireRequest } from '@/platform/ports/transport'
import { aProfile, EVENING } from './wire'

type Answer = (
  request: WireRequest,
) => Result<unknown, TransportFailure> | Promise<Result<unknown, TransportFailure>>

export const data = (value: unknown) => ok({ ok: true, data: value })
export const refusal = (code: ErrorCode) => ok({ ok: false, error: { code } })
export const lost = (failure: TransportFailure = 'unreadable') => err(failure)

/** A phone without a phone: what the server answers and the wallet says is set by the test. */
class FakeHost {
  readonly requests: WireRequest[] = []
  readonly opened: Prepay[] = []
  sheetSays: SheetOutcome | Promise<SheetOutcome> = 'approved'
  /** What the person lets the app see, or why nothing. */
  phoneSays: Result<string, NoProof> = ok('phone-13800138000')
  /** What comes of the host's question whether it may carry a message. */
  promptSays: PromptOutcome = 'accepted'
  readonly prompted: string[] = []
  isOnline = true
  now = EVENING
  /** A phone's, unless the test is about a desktop. */
  widthPx = 390
  #answers = new Map<string, Answer>()
  #stored = new Map<string, string>()
  #listeners = new Set<(isOnline: boolean) => void>()
  #keys = 0

  constructor() {
    this.signInAs('weapp')
  }

  /** As new, but for who is signed in. */
  reset(): void {
    this.requests.length = 0
    this.opened.length = 0
    this.sheetSays = 'approved'
    this.phoneSays = ok('phone-13800138000')
    this.promptSays = 'accepted'
    this.prompted.length = 0
    this.isOnline = true
    this.now = EVENING
    this.widthPx = 390
    this.#answers.clear()
  }

  /** Counts before `@/services/backend` is loaded, which reads it once. */
  signInAs(host: Host, profile: Partial<Profile> = {}): void {
    const session = { token: 't', expiresAt: EVENING + HOUR * 1_000, profile: aProfile(host, profile) }
    this.#stored.set('session', JSON.stringify(session))
  }

  /** What `orders/place-order` and the like answer from now on. */
  answer(operation: string, answer: Answer): void {
    this.#answers.set(operation, answer)
  }

  asked(operation: string): readonly WireRequest[] {
    return this.requests.filter((request) => `${request.functionName}/${request.operation}` === operation)
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline
    for (const listener of this.#listeners) listener(isOnline)
  }

  readonly filePicker: FilePicker = {
    pickText: async () => err('cancelled'),
    pickPictures: async () => err('cancelled'),
  }

  /** What was handed over as a file, by its name. */
  readonly saved = new Map<string, string>()
  readonly fileSaver: FileSaver = {
    way: 'download',
    saveText: async (name, text) => {
      this.saved.set(name, text)
      return ok(null)
    },
  }

  /** Stands for `@/platform` in a test. */
  readonly platform = {
    transport: {
      send: async (request: WireRequest) => {
        this.requests.push(request)
        const operation = `${request.functionName}/${request.operation}`
        const answer = this.#answers.get(operation)
        if (answer === undefined) throw new Error(`Nobody said what ${operation} answers`)
        return answer(request)
      },
      sendAndForget: (request: WireRequest) => void this.requests.push(request),
    },
    device: {
      now: () => this.now,
      randomKey: () => {
        this.#keys += 1
        return this.#keys.toString(16).padStart(32, '0')
      },
    },
    keyValueStore: {
      get: (key: string) => this.#stored.get(key) ?? null,
      set: (key: string, value: string) => void this.#stored.set(key, value),
      remove: (key: string) => void this.#stored.delete(key),
    },
    network: {
      isOnline: () => this.isOnline,
      subscribe: (listener: (isOnline: boolean) => void) => {
        this.#listeners.add(listener)
        return () => void this.#listeners.delete(listener)
      },
    },
    paymentSheet: {
      open: async (prepay: Prepay) => {
        this.opened.push(prepay)
        return this.sheetSays
      },
    },
    phoneProof: { kind: 'call' as const, ask: async () => this.phoneSays },
    subscribePrompt: {
      ask: async (template: string) => {
        this.prompted.push(template)
        return this.promptSays
      },
    },
    customerService: { kind: 'none' as const },
    signIn: { getCode: async () => err('refused' as const) },
    absoluteUrl: (url: string) => url,
    pictureShown: async () => undefined,
    clipboard: { write: async () => undefined },
    measureHeight: async () => 0,
    filePicker: this.filePicker,
    fileSaver: this.fileSaver,
    useShareCard: () => ({ kind: 'button' as const }),
    departure: { subscribe: () => () => undefined },
    viewport: {
      widthPx: () => this.widthPx,
      subscribe: () => () => undefined,
      pageTop: () => ({ insetPx: 0, hasBack: false }),
    },
  }
}

/** The host of a test file: `jest.mock('@/platform', () => jest.requireActual<FakeHostFile>('…').host.platform)`. */
export const host = new FakeHost()
