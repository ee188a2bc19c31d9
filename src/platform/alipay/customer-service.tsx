import { ContactButton } from '@tarojs/components'
import type { CustomerService, ServiceTagProps } from '../ports/customer-service'

/** Both are told by Alipay's console for customer service (云客服), for one merchant and one window. */
const tenant = process.env.LIVESTALL_ALIPAY_CONTACT_TENANT ?? ''
const scene = process.env.LIVESTALL_ALIPAY_CONTACT_SCENE ?? ''

/** A square that Alipay draws itself; what stands around it is ours. */
const Tag = ({ topic }: ServiceTagProps) => (
  <ContactButton
    tntInstId={tenant}
    scene={scene}
    size={32}
    extInfo={encodeURIComponent(JSON.stringify({ sessionFrom: topic.sessionFrom }))}
  />
)

export const customerService: CustomerService =
  tenant === '' || scene === '' ? { kind: 'none' } : { kind: 'tag', looks: 'own', Tag }
