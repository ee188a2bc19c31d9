import { Text, View } from '@tarojs/components'
import type { Profile } from '@/contracts/session'
import { cx, Picture, Tag } from '@/ui'
import styles from './me-view.module.scss'
import { useMeWords } from './words'

const TONES = { weapp: 'good', alipay: 'plain', h5: 'muted' } as const

export function ProfileHead({ profile }: { readonly profile: Profile }) {
  const words = useMeWords()
  const name = profile.nickname === '' ? words.guestName : profile.nickname
  return (
    <View className={cx(styles.head)}>
      <Picture src={profile.avatarUrl} alt="" shape="round" className={styles.avatar} isEager />
      <View className={cx(styles.who)}>
        <Text className={cx(styles.name)}>{name}</Text>
        <View className={cx(styles.badges)}>
          <Tag tone={TONES[profile.host]}>{words.hosts[profile.host]}</Tag>
        </View>
        {profile.host === 'h5' && <Text className={cx(styles.hint)}>{words.guestHint}</Text>}
      </View>
    </View>
  )
}
