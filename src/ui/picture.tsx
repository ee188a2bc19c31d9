import { Image, View } from '@tarojs/components'
import { memo, useMemo, useState } from 'react'
import { absoluteUrl } from '@/platform'
import { cx } from './cx'
import { Icon } from './icon'
import styles from './picture.module.scss'

export interface PictureProps {
  readonly src: string
  /** What it shows; empty when the words beside it say the same. */
  readonly alt: string
  /** `square` 1:1, `cover` 3:4, `round` a circle, `fill` the box it is put into. */
  readonly shape?: 'square' | 'cover' | 'round' | 'fill'
  /** Pictures on the first screen are not waited for. */
  readonly isEager?: boolean
  readonly className?: string | undefined
}

export const Picture = memo(function Picture(props: PictureProps) {
  const { src, alt, shape = 'square', isEager = false, className } = props
  const [broken, setBroken] = useState<string | null>(null)
  // a new object would cross to a mini-program's view with every drawing of the page
  const imgProps = useMemo(() => ({ alt, draggable: false }), [alt])
  const isBroken = src === '' || broken === src
  const forReaders = alt === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt }
  return (
    <View className={cx(styles.picture, styles[shape], className)} {...forReaders}>
      {isBroken ? (
        <View className={cx(styles.broken)}>
          <Icon name="picture" size="l" />
        </View>
      ) : (
        <Image
          className={cx(styles.image)}
          src={absoluteUrl(src)}
          mode="aspectFill"
          lazyLoad={!isEager}
          imgProps={imgProps}
          onError={() => {
            setBroken(src)
          }}
        />
      )}
    </View>
  )
})
