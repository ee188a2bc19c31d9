import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { unreachable } from '@/domain/result'
import { cx } from './cx'
import { Button } from './button'
import { type FailureCode, useErrorWords } from './error-words'
import { useCommonWords } from './words/common'
import { EmptyFace, type EmptyFaceProps } from './empty-face'
import { Icon } from './icon'
import styles from './list-face.module.scss'
import { Tappable } from './tappable'

/** What is known of something that was asked for. `stale`: shown from before, since the last asking failed. */
export type ListState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'stale'; readonly value: T; readonly code: FailureCode }
  | { readonly kind: 'ready'; readonly value: T }

export interface ListFaceProps<T> {
  readonly state: ListState<T>
  readonly skeleton: ReactNode
  readonly empty: EmptyFaceProps
  readonly onRetry: () => void
  readonly children: (value: T) => ReactNode
}

export function ListFace<T>({ state, skeleton, empty, onRetry, children }: ListFaceProps<T>) {
  switch (state.kind) {
    case 'loading':
      return <Waiting>{skeleton}</Waiting>
    case 'empty':
      return <EmptyFace {...empty} />
    case 'failed':
      return <FailedFace code={state.code} onRetry={onRetry} />
    case 'stale':
      return (
        <>
          <StaleBar code={state.code} onRetry={onRetry} />
          {children(state.value)}
        </>
      )
    case 'ready':
      return <>{children(state.value)}</>
    default:
      return unreachable(state)
  }
}

function Waiting({ children }: { readonly children: ReactNode }) {
  const common = useCommonWords()
  const forReaders = { role: 'status', 'aria-busy': 'true', 'aria-label': common.loading }
  return <View {...forReaders}>{children}</View>
}

interface FailureProps {
  readonly code: FailureCode
  readonly onRetry: () => void
}

export function FailedFace({ code, onRetry }: FailureProps) {
  const common = useCommonWords()
  const words = useErrorWords(code)
  return (
    <EmptyFace
      icon={code === 'offline' ? 'offline' : 'alert'}
      title={words.title}
      hint={words.hint}
      action={
        <Button kind="secondary" onTap={onRetry}>
          {common.retry}
        </Button>
      }
    />
  )
}

function StaleBar({ code, onRetry }: FailureProps) {
  const common = useCommonWords()
  const words = useErrorWords(code)
  return (
    <Tappable className={cx(styles.stale)} onTap={onRetry}>
      <Icon name={code === 'offline' ? 'offline' : 'alert'} size="s" />
      <Text className={cx(styles.words)}>{`${words.title} · ${common.stale}`}</Text>
      <Text className={cx(styles.again)}>{common.retry}</Text>
    </Tappable>
  )
}
