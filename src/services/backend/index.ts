import { useSyncExternalStore } from 'react'
import type { Profile } from '@/contracts/session'
import { device, keyValueStore, signIn, transport } from '@/platform'
import { type Backend, createBackend } from './create-backend'
import { createSession, type Session } from './session'

export type { CallError } from './call-error'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const session: Session = createSession({
  store: keyValueStore,
  signIn,
  trade: (credential) => backend.call('session', 'sign-in', credential),
  now: () => device.now(),
})

/** The cloud functions, as this person. */
export const backend: Backend = createBackend({
  transport,
  session,
  makeKey: () => device.randomKey(),
  pause,
})

/** A key for one wish of the person: make it when the wish begins, use it for every try of it. */
export const newIntent = (): string => device.randomKey()

/** Who is signed in, or null before the first call that needs it. */
export const useProfile = (): Profile | null =>
  useSyncExternalStore(session.subscribe, session.profile, session.profile)
