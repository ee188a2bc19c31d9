import Taro from '@tarojs/taro'
import type { PromptOutcome, SubscribePrompt } from '../ports/subscribe-prompt'

/** `accept`, `acceptWithAudio` …; `filter` stands for a template that the host itself keeps back. */
function outcomeOf(answer: unknown): PromptOutcome {
  if (typeof answer !== 'string') return 'failed'
  if (answer.startsWith('accept')) return 'accepted'
  return answer === 'reject' ? 'rejected' : 'blocked'
}

/** 20004: the person has switched all messages off. */
const IS_OFF = /\b20004\b/

export const subscribePrompt: SubscribePrompt = {
  async ask(template) {
    // older WeChat has no such call
    if (!Taro.canIUse('requestSubscribeMessage')) return 'unsupported'
    try {
      const answers: object = await Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] })
      return outcomeOf(Object.entries(answers).find(([id]) => id === template)?.[1])
    } catch (error) {
      return IS_OFF.test(JSON.stringify(error)) ? 'blocked' : 'failed'
    }
  },
}
