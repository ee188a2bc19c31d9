import { ask } from '../over'
import type { Api, HostParts } from '../world'
import { type MakePlayable, Refusal } from './playable'

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string' && name !== '') : []

/** Both hosts ask the person in a window of their own whether the app may send a message. */
export function messageApi({ target }: HostParts, playable: MakePlayable): Api {
  const isAllowed = async (): Promise<boolean> =>
    (await ask(['允许发送一次开播通知'], ['取消', '允许'])) === '允许'
  return {
    requestSubscribeMessage: playable('requestSubscribeMessage', async ({ tmplIds, entityIds }) => {
      const asked = names(target === 'weapp' ? tmplIds : entityIds)
      if (asked.length === 0) throw new Refusal('TmplIds can not be empty', 10001)
      const isYes = await isAllowed()
      if (target === 'weapp') return Object.fromEntries(asked.map((id) => [id, isYes ? 'accept' : 'reject']))
      return {
        behavior: isYes ? 'subscribe' : 'cancel',
        show: true,
        keep: false,
        refuse: false,
        result: {
          subscribedEntityIds: isYes ? asked : [],
          unsubscribedEntityIds: isYes ? [] : asked,
          currentSubscribedEntityIds: isYes ? asked : [],
        },
      }
    }),
  }
}
