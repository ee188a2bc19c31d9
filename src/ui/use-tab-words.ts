import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useCommonWords } from './words/common'

/** The bar is a part of the host's, and in a browser it is there a moment later than the page. */
const AFTER_MS = 300

/** Names the tabs in the language of the rest; called by the pages that stand on the tab bar. */
export function useTabWords(): void {
  const { tabs } = useCommonWords()
  const name = (): void => {
    for (const [index, text] of [tabs.feed, tabs.orders, tabs.me].entries())
      // a host refuses while another page covers the bar; the tab page names them when it shows
      Taro.setTabBarItem({ index, text }).catch(() => undefined)
  }
  useDidShow(name)
  useEffect(() => {
    const timer = setTimeout(name, AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `name` says nothing that `tabs` does not
  }, [tabs])
}
