import { Text, View } from '@tarojs/components'
import { asList } from '@/services/server-truth'
import { Cell, cx, ListFace, Skeleton } from '@/ui'
import styles from './me-view.module.scss'
import { PhoneCell } from './phone-cell'
import { ProfileHead } from './profile-head'
import { SettingsCard } from './settings-card'
import { useMe } from './use-me'
import { useMeWords } from './words'

export interface MeViewProps {
  readonly onOrders: () => void
  readonly onAddresses: () => void
  readonly onFollowed: () => void
  readonly onStudio: () => void
}

const skeleton = (
  <View className={cx(styles.head)}>
    <Skeleton className={styles.avatar} />
    <Skeleton className={styles.nameSkeleton} />
  </View>
)
const never = (): boolean => false

/** Who one is here, where one's things are, and how one likes to read. */
export function MeView({ onOrders, onAddresses, onFollowed, onStudio }: MeViewProps) {
  const words = useMeWords()
  const { truth, refresh } = useMe()
  return (
    <View className={cx(styles.view)}>
      <ListFace
        state={asList(truth, never)}
        skeleton={skeleton}
        empty={{ title: words.signInFailed }}
        onRetry={() => void refresh()}
      >
        {(profile) => (
          <>
            <ProfileHead profile={profile} />
            {profile.memberOf.length > 0 && (
              <View className={cx(styles.card)}>
                {profile.memberOf.map((shop) => (
                  <Cell
                    key={shop.merchantId}
                    icon="store"
                    title={words.studio}
                    note={words.studioNote(shop.merchantName, words.roles[shop.role])}
                    onTap={onStudio}
                  />
                ))}
              </View>
            )}
          </>
        )}
      </ListFace>
      <View className={cx(styles.card)}>
        <Cell icon="receipt" title={words.orders} onTap={onOrders} />
        <Cell icon="heart" title={words.followed} note={words.followedNote} onTap={onFollowed} />
        <Cell icon="place" title={words.addresses} note={words.addressesNote} onTap={onAddresses} />
        <PhoneCell />
      </View>
      <SettingsCard />
      <View className={cx(styles.card, styles.about)}>
        <Text className={cx(styles.aboutTitle)}>{words.about}</Text>
        <Text className={cx(styles.aboutText)}>{words.aboutText}</Text>
      </View>
    </View>
  )
}
