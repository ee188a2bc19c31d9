import { Image, View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'

interface CoveredProps {
  readonly className: string | undefined
  /** Covers the children while given. */
  readonly poster: string | undefined
  readonly children: ReactNode
}

/** A native player fills its box, is black before its first picture and has no poster of its own. */
export const fill: CSSProperties = { width: '100%', height: '100%' }

const frame: CSSProperties = { position: 'relative', overflow: 'hidden' }
const cover: CSSProperties = { ...fill, position: 'absolute', top: 0, left: 0 }

export function Covered({ className, poster, children }: CoveredProps) {
  return (
    <View className={className ?? ''}>
      <View style={{ ...fill, ...frame }}>
        {children}
        {poster !== undefined && <Image src={poster} mode="aspectFill" style={cover} />}
      </View>
    </View>
  )
}
