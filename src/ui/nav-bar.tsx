import type { NavBarProps } from './nav-bar-props'
import { useBarWords } from './use-bar-words'

/** Mini-programs draw the bar of a page themselves: it only needs the words. */
export function NavBar({ title, onBack }: NavBarProps) {
  useBarWords(title, onBack === undefined)
  return null
}
