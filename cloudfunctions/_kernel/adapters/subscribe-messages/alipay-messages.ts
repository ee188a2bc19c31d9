import { err, ok } from '@/domain/result'
import type { SubscribeMessages } from '../../ports/subscribe-messages'
import type { AlipayClient } from '../alipay/alipay-client'
import type { AdapterPorts } from '../wallet-config'
import { notHeard } from './never-left'
import { fillTemplate, type MessageTemplate, roomPage } from './template'

// 小程序发送模板消息, alipay.open.app.mini.templatemessage.send; a subscribed template needs no form_id.

const LONGEST_KEYWORD = 50
/** The template, its gaps, the app's right to send: wrong for everybody. */
const IS_OURS = /^isv\.|TEMPLATE|KEYWORD|PAGE|PRODUCT/i

export function createAlipayMessages(
  client: AlipayClient,
  template: MessageTemplate,
  log: AdapterPorts['log'],
): SubscribeMessages {
  return {
    startTemplate: template.id,
    async tellStart(notice) {
      const reply = await client.call('alipay.open.app.mini.templatemessage.send', {
        bizContent: {
          to_open_id: notice.to.hostUserId,
          user_template_id: template.id,
          page: roomPage(notice.roomId),
          data: JSON.stringify(fillTemplate(template, notice, LONGEST_KEYWORD)),
        },
      })
      if (reply.ok) return ok(undefined)
      if (reply.error.code === 'unknown') return err(notHeard(reply.error))
      const { name } = reply.error
      if (!IS_OURS.test(name)) return err({ code: 'refused', cause: name })
      log.alarm('start-template-refused', { host: 'alipay', name })
      return err({ code: 'not-now', cause: name })
    },
  }
}
