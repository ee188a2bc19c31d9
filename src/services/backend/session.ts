import * as v from 'valibot'
import type { Output } from '@/contracts'
import { type Profile, session as contract } from '@/contracts/session'
import { err, ok, type Result } from '@/domain/result'
import type { KeyValueStore } from '@/platform/ports/key-value-store'
import type { SignIn } from '@/platform/ports/sign-in'
import type { CallError } from './call-error'

export type SignedIn = Output<'session', 'sign-in'>

export interface SessionOptions {
  readonly store: KeyValueStore
  readonly signIn: SignIn
  /** Trades the host's code at the session function. */
  readonly trade: (credential: {
    host: Profile['host']
    code: string
  }) => Promise<Result<SignedIn, CallError>>
  readonly now: () => number
}

export interface Session {
  /** A token that is good now: the stored one, or a new one; callers at the same time share one sign-in. */
  readonly token: () => Promise<Result<string, CallError>>
  /** The stored token if it still holds. */
  readonly known: () => string | null
  readonly profile: () => Profile | null
  /** What the server has just told of whoever is signed in. */
  readonly know: (profile: Profile) => void
  readonly forget: () => void
  readonly subscribe: (listener: () => void) => () => void
}

const KEY = 'session'
const MARGIN_MS = 60_000
const stored = contract.operations['sign-in'].output

function read(store: KeyValueStore): SignedIn | null {
  try {
    const parsed = v.safeParse(stored, JSON.parse(store.get(KEY) ?? 'null'))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

export function createSession({ store, signIn, trade, now }: SessionOptions): Session {
  let current = read(store)
  let underWay: Promise<Result<string, CallError>> | null = null
  const listeners = new Set<() => void>()

  function set(next: SignedIn | null): void {
    current = next
    if (next === null) store.remove(KEY)
    else store.set(KEY, JSON.stringify(next))
    for (const listener of listeners) listener()
  }

  async function signInAgain(): Promise<Result<string, CallError>> {
    const code = await signIn.getCode()
    if (!code.ok) return err({ code: code.error === 'offline' ? 'offline' : 'sign-in-failed' })
    const traded = await trade(code.value)
    if (!traded.ok) return traded
    set(traded.value)
    return ok(traded.value.token)
  }

  const known = (): string | null =>
    current !== null && current.expiresAt - MARGIN_MS > now() ? current.token : null

  return {
    known,
    async token() {
      const token = known()
      if (token !== null) return ok(token)
      underWay ??= signInAgain().finally(() => {
        underWay = null
      })
      return underWay
    },
    profile: () => current?.profile ?? null,
    know(profile) {
      if (current !== null) set({ ...current, profile })
    },
    forget() {
      set(null)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
