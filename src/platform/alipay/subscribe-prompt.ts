import Taro from '@tarojs/taro'
import type { SubscribePrompt } from '../ports/subscribe-prompt'

export const subscribePrompt: SubscribePrompt = {
  ask: (template) =>
    new Promise((resolve) => {
      if (!Taro.canIUse('requestSubscribeMessage')) {
        resolve('unsupported')
        return
      }
      my.requestSubscribeMessage({
        entityIds: [template],
        success: ({ behavior, refuse = false, result }) => {
          // without a window (`behavior` is empty) the person had said "always" before
          const isSubscribed = result?.subscribedEntityIds?.includes(template) ?? false
          if (behavior === 'subscribe' || (behavior === '' && isSubscribed)) resolve('accepted')
          else resolve(refuse ? 'blocked' : 'rejected')
        },
        fail: () => resolve('failed'),
      })
    }),
}
