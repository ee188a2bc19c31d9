import type { NavBarProps } from './nav-bar-props'
import { useBarTitle } from './use-bar-title'

/** Mini-programs draw the bar of a page themselves: it only needs the words. */
export function NavBar({ title }: NavBarProps) {
  useBarTitle(title)
  return null
}
