import { Text, View } from '@tarojs/components'
import { Cell, cx, type Language, Tappable, Toggle, useLook } from '@/ui'
import { BlockedCell } from './blocked-cell'
import styles from './me-view.module.scss'
import { useMeWords } from './words'

const LANGUAGES: readonly Language[] = ['zh-cn', 'en']

/** How this person likes to read: kept on the device, true at once on every page. */
export function SettingsCard() {
  const words = useMeWords()
  const look = useLook()
  const choice = (
    <View className={cx(styles.choice)}>
      {LANGUAGES.map((name) => (
        <Tappable
          key={name}
          role="option"
          className={cx(styles.option, name === look.language && styles.picked)}
          isSelected={name === look.language}
          onTap={() => {
            look.setLanguage(name)
          }}
        >
          <Text>{words.languages[name]}</Text>
        </Tappable>
      ))}
    </View>
  )
  const toggle = (
    <Toggle isOn={look.isLargeType} label={words.largeType} onChange={(isOn) => look.setLargeType(isOn)} />
  )
  return (
    <View className={cx(styles.card)}>
      <Cell icon="globe" title={words.language} end={choice} />
      <Cell icon="type" title={words.largeType} note={words.largeTypeNote} end={toggle} />
      <Cell icon="bulb" title={words.theme} note={words.themeNote} />
      <BlockedCell />
    </View>
  )
}
