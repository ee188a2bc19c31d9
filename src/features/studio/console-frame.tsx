import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { cx, Tappable, useIsWide } from '@/ui'
import styles from './console-frame.module.scss'
import { useStudioWords } from './words/studio'

export interface ConsoleFrameProps {
  readonly head: ReactNode
  readonly picture: ReactNode
  readonly shelf: ReactNode
  readonly chat: ReactNode
  readonly orders: ReactNode
}

const TABS = ['shelf', 'chat', 'orders', 'picture'] as const
type Tab = (typeof TABS)[number]

/** Columns on a desktop; on a phone the same parts behind tabs, the shelf first. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const isWide = useIsWide()
  return isWide ? <Columns {...props} /> : <Tabs {...props} />
}

function Columns({ head, picture, shelf, chat, orders }: ConsoleFrameProps) {
  const words = useStudioWords().console
  return (
    <View className={cx(styles.wide)}>
      {head}
      <View className={cx(styles.columns)}>
        <View className={cx(styles.pictureColumn)}>{picture}</View>
        <View className={cx(styles.column, styles.scroll, styles.shelfColumn)}>{shelf}</View>
        <View className={cx(styles.talkColumn)}>
          <View className={cx(styles.column, styles.chatPart)}>{chat}</View>
          <View className={cx(styles.column, styles.scroll, styles.ordersPart)}>
            <Text className={cx(styles.heading)} {...{ role: 'heading', 'aria-level': '2' }}>
              {words.ordersTitle}
            </Text>
            {orders}
          </View>
        </View>
      </View>
    </View>
  )
}

function Tabs(props: ConsoleFrameProps) {
  const words = useStudioWords().console
  const [tab, setTab] = useState<Tab>('shelf')
  return (
    <View className={cx(styles.narrow)}>
      {props.head}
      <View className={cx(styles.tabs)} {...{ role: 'tablist' }}>
        {TABS.map((name) => (
          <Tappable
            key={name}
            role="tab"
            className={cx(styles.tab, name === tab && styles.current)}
            isSelected={name === tab}
            onTap={() => setTab(name)}
          >
            <Text>{words.tabs[name]}</Text>
          </Tappable>
        ))}
      </View>
      <View className={cx(styles.panel, styles[tab])} {...{ role: 'tabpanel' }}>
        {props[tab]}
      </View>
    </View>
  )
}
