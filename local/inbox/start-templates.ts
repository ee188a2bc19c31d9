import type { MessageTemplate } from '../../cloudfunctions/_kernel/adapters/subscribe-messages/template'

/** The templates that the sandboxes of both hosts know. */
export const startTemplates: Readonly<Record<'weapp' | 'alipay', MessageTemplate>> = {
  weapp: {
    id: 'sandbox_show_started_0000000000000000000000',
    gaps: { thing1: 'title', thing2: 'shop', time3: 'time' },
  },
  alipay: {
    id: 'c2FuZGJveCBzaG93IHN0YXJ0ZWQ=',
    gaps: { keyword1: 'title', keyword2: 'shop', keyword3: 'time' },
  },
}
