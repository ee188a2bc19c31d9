import { useSyncExternalStore } from 'react'
import type { Profile } from '@/contracts/session'
import { device, keyValueStore, signIn, transport } from '@/platform'
import { type Backend, type BackendOptions, createBackend } from './create-backend'
import { createSession, type Session } from './session'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const session: Session = createSession({
  store: keyValueStore,
  signIn,
  trade: (credential) => backend.call('session', 'sign-in', credential),
  now: () => device.now(),
})

/** What a backend calls with, as this person. */
export const asThisPerson: BackendOptions = {
  transport,
  session,
  makeKey: () => device.randomKey(),
  pause,
}

/** What viewers ask of the cloud functions, as this person. */
export const backend: Backend = createBackend(asThisPerson)

/** A key for one wish of the person: make it when the wish begins, use it for every try of it. */
export const newIntent = (): string => device.randomKey()

/** What a call has told of whoever is signed in counts from now on, on every page. */
export const knowProfile = (profile: Profile): void => session.know(profile)

/** Who is signed in, or null before the first call that needs it. */
export const useProfile = (): Profile | null =>
  useSyncExternalStore(session.subscribe, session.profile, session.profile)
