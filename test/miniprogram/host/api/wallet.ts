import { layOver, takeAway } from '../over'
import { phoneProof } from '../phone'
import type { Api, HostParts } from '../world'
import { Refusal, text, type MakePlayable } from './playable'

type Outcome = 'approved' | 'cancelled' | 'unknown'

/** Who the person is and how they pay: both come from the local product's sandboxes, as they come from the app's maker. */
export function walletApi({ world }: HostParts, playable: MakePlayable): Api {
  const oneTimeCode = async (): Promise<string> => {
    const reply = await fetch('/sandbox/identity/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: world.persona }),
    }).catch(() => {
      throw new Refusal('network error', 12)
    })
    const { code } = (await reply.json()) as { readonly code: string }
    return code
  }
  return {
    login: playable('login', async () => ({ code: await oneTimeCode() })),
    getAuthCode: playable('getAuthCode', async () => ({ authCode: await oneTimeCode() })),
    // the message is whole in one text; without the permission it opens to a refusal
    getPhoneNumber: playable('getPhoneNumber', async () => {
      if (!world.allowed.has('phoneNumber')) throw new Refusal('用户未授权', 40003)
      return { response: await phoneProof() }
    }),
    requestPayment: playable('requestPayment', async (options) => {
      for (const name of ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'])
        if (text(options, name) === '') throw new Refusal(`parameter error: ${name}`)
      const outcome = await atCashier(`wechat-pay/${text(options, 'package').replace('prepay_id=', '')}`)
      if (outcome !== 'approved') throw new Refusal(outcome === 'cancelled' ? 'cancel' : 'system error')
    }),
    tradePay: playable('tradePay', async (options) => {
      const outcome = await atCashier(`alipay/${text(options, 'tradeNO')}`)
      return { resultCode: { approved: '9000', cancelled: '6001', unknown: '8000' }[outcome] }
    }),
  }
}

function atCashier(path: string): Promise<Outcome> {
  const frame = document.createElement('iframe')
  frame.title = '收银台'
  frame.src = `/sandbox/cashier/${path}`
  layOver('cashier', frame)
  return new Promise((resolve) => {
    const closed = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
      if (!('type' in data) || data.type !== 'cashier-closed') return
      removeEventListener('message', closed)
      takeAway('cashier')
      const outcome = 'outcome' in data ? data.outcome : ''
      resolve(outcome === 'approved' || outcome === 'cancelled' ? outcome : 'unknown')
    }
    addEventListener('message', closed)
  })
}
