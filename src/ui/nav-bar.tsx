import type { NavBarProps } from './nav-bar-props'

/** Mini-programs draw the bar of a page themselves, from its config. */
export function NavBar(_: NavBarProps) {
  return null
}
