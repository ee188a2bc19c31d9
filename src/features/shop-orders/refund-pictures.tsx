import { View } from '@tarojs/components'
import { useState } from 'react'
import { cx, Picture, Tappable } from '@/ui'
import styles from './facts.module.scss'
import { PictureViewer } from './picture-viewer'
import { useShopOrderWords } from './words'

/** What the buyer photographed, small; a tap shows it large. */
export function RefundPictures({ urls }: { readonly urls: readonly string[] }) {
  const words = useShopOrderWords()
  const [shown, setShown] = useState<number | null>(null)
  if (urls.length === 0) return null
  return (
    <View className={cx(styles.thumbs)}>
      {urls.map((url, index) => (
        <Tappable
          key={url}
          className={styles.thumb}
          label={words.refundPicture(index + 1, urls.length)}
          onTap={() => setShown(index)}
        >
          <Picture src={url} alt="" shape="fill" />
        </Tappable>
      ))}
      {shown !== null && (
        <PictureViewer urls={urls} index={shown} onMove={setShown} onClose={() => setShown(null)} />
      )}
    </View>
  )
}
