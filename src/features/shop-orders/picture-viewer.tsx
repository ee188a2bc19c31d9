import { Image, Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { absoluteUrl } from '@/platform'
import { cx, Icon, Tappable } from '@/ui'
import styles from './picture-viewer.module.scss'
import { useShopOrderWords } from './words'

export interface PictureViewerProps {
  readonly urls: readonly string[]
  readonly index: number
  readonly onMove: (index: number) => void
  readonly onClose: () => void
}

interface Focusable {
  focus?(): void
}
interface Key {
  readonly key?: string
}

const FOCUS_AFTER_MS = 120

/** A picture as large as the screen. Drawn here and not by the host, whose viewer H5 would pay for on every page. */
export function PictureViewer({ urls, index, onMove, onClose }: PictureViewerProps) {
  const words = useShopOrderWords()
  const layer = useRef<Focusable>(null)
  useEffect(() => {
    const timer = setTimeout(() => layer.current?.focus?.(), FOCUS_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  const move = (by: number): void => onMove((index + by + urls.length) % urls.length)
  const asDialog = {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': words.refundPictures,
    tabIndex: -1,
    onKeyDown: ({ key }: Key) => {
      if (key === 'Escape') onClose()
      if (key === 'ArrowRight') move(1)
      if (key === 'ArrowLeft') move(-1)
    },
  }
  return (
    <View ref={layer} className={cx(styles.layer)} catchMove {...asDialog}>
      <Image
        className={cx(styles.image)}
        src={absoluteUrl(urls[index] ?? '')}
        mode="aspectFit"
        onClick={onClose}
      />
      <View className={cx(styles.bar)}>
        {urls.length > 1 && (
          <>
            <Tappable className={styles.key} label={words.pictureBefore} onTap={() => move(-1)}>
              <Icon name="back" />
            </Tappable>
            <Text className={cx(styles.place)}>{`${index + 1} / ${urls.length}`}</Text>
            <Tappable className={styles.key} label={words.pictureNext} onTap={() => move(1)}>
              <Icon name="next" />
            </Tappable>
          </>
        )}
        <Tappable className={styles.key} label={words.pictureClose} onTap={onClose}>
          <Icon name="close" />
        </Tappable>
      </View>
    </View>
  )
}
