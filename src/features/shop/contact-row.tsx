import { Text, View } from '@tarojs/components'
import type { Shop } from '@/contracts/shops'
import type { RoomId } from '@/domain/ids'
import { customerService } from '@/platform'
import type { ServiceTopic } from '@/platform/ports/customer-service'
import { Button, copyText, cx } from '@/ui'
import styles from './contact-row.module.scss'
import { useShopWords } from './words'

export interface ContactRowProps {
  readonly shop: Shop
  /** The room that the person asks from. */
  readonly here: RoomId
}

const topicOf = ({ shop, here }: ContactRowProps): ServiceTopic => ({
  sessionFrom: `${shop.id} ${here}`,
  title: shop.name,
  path: `/packages/live/room/index?id=${here}`,
  pictureUrl: shop.logoUrl,
})

/** How the shop is reached: the host's customer service where there is one, and what the shop itself has written. */
export function ContactRow({ shop, here }: ContactRowProps) {
  const words = useShopWords()
  return (
    <View className={cx(styles.contact)}>
      <View className={cx(styles.words)}>
        <Text className={cx(styles.title)}>{words.contact}</Text>
        <Text className={cx(styles.text)} selectable userSelect>
          {shop.contact === '' ? words.noContact : shop.contact}
        </Text>
      </View>
      {shop.contact !== '' && (
        <Button kind="ghost" size="s" onTap={() => void copyText(shop.contact)}>
          {words.copy}
        </Button>
      )}
      <Service shop={shop} here={here} />
    </View>
  )
}

function Service(asked: ContactRowProps) {
  const words = useShopWords()
  if (customerService.kind === 'none') return null
  const { Tag, looks } = customerService
  const topic = topicOf(asked)
  if (looks === 'own')
    return (
      <View className={cx(styles.own)}>
        <Text className={cx(styles.title)}>{words.service}</Text>
        <Tag className="" topic={topic} />
      </View>
    )
  return (
    <Button
      kind="secondary"
      size="s"
      drawnBy={({ className, children }) => (
        <Tag className={className} topic={topic}>
          {children}
        </Tag>
      )}
    >
      {words.service}
    </Button>
  )
}
