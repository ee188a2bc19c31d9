import type { ReactNode } from 'react'

export interface NavBarProps {
  readonly title: string
  /** Left out on the pages of the tab bar. */
  readonly onBack?: () => void
  /** Stands at the right end. */
  readonly end?: ReactNode
}
