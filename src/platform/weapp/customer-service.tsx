import { Button } from '@tarojs/components'
import { absoluteUrl } from '../absolute-url'
import type { CustomerService, ServiceTagProps } from '../ports/customer-service'

/** `open-type=contact`: the chat begins with a card of what the person was looking at. */
const Tag = ({ className, topic, children }: ServiceTagProps) => (
  <Button
    className={className}
    openType="contact"
    sessionFrom={topic.sessionFrom}
    showMessageCard
    sendMessageTitle={topic.title}
    sendMessagePath={topic.path}
    sendMessageImg={absoluteUrl(topic.pictureUrl)}
  >
    {children}
  </Button>
)

export const customerService: CustomerService = { kind: 'tag', looks: 'ours', Tag }
