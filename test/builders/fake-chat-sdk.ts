import { SDK_EVENT, SDK_TYPE, type ChatSdk } from '@/services/chat/chat-sdk'

type Step = 'login' | 'join' | 'send' | 'destroy'

/** The vendor's SDK as a script: it does what is asked, or fails with the code that the test has set. */
export class FakeChatSdk implements ChatSdk {
  readonly asked: unknown[] = []
  failWith: Partial<Record<Step, object | 'hangs'>> = {}
  /** What was said before: the SDK hands it out while it joins. */
  history: readonly object[] = []
  isDestroyed = false
  readonly #handlers = new Map<string, ((event: { data?: unknown }) => void)[]>()

  async login(options: unknown): Promise<unknown> {
    await this.#do('login', options)
    this.emit(SDK_EVENT.ready)
    return {}
  }

  joinGroup(options: unknown): Promise<unknown> {
    this.emit(SDK_EVENT.messages, this.history)
    return this.#do('join', options)
  }

  createTextMessage(options: { to: string; payload: { text: string } }): unknown {
    return sdkText({ to: options.to, payload: options.payload, from: 'me', random: 99 })
  }

  async sendMessage(message: unknown): Promise<unknown> {
    await this.#do('send', message)
    return { data: { message } }
  }

  async destroy(): Promise<unknown> {
    this.isDestroyed = true
    return this.#do('destroy', null)
  }

  on(event: string, handler: (event: { data?: unknown }) => void): void {
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler])
  }

  emit(event: string, data?: unknown): void {
    for (const handler of this.#handlers.get(event) ?? []) handler({ data })
  }

  async #do(step: Step, options: unknown): Promise<unknown> {
    this.asked.push([step, options])
    const failure = this.failWith[step]
    if (failure === 'hangs') return new Promise(() => undefined)
    // the SDK rejects with plain objects that carry a code
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return failure ? Promise.reject(failure) : {}
  }
}

/** A text message as the SDK hands it out. */
export const sdkText = (changes: object = {}): object => ({
  type: SDK_TYPE.text,
  random: 1,
  to: 'room',
  from: 'mei',
  nick: '小美',
  avatar: 'https://pic.test/mei.png',
  time: 1_700_000_000,
  payload: { text: '甜吗?' },
  ...changes,
})
