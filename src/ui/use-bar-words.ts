import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { useCopy } from './copy/use-copy'

/** Bars that the host draws took their words from the configuration, in one language: puts in this person's words. */
export function useBarWords(title: string, isTabPage: boolean): void {
  const { tabs } = useCopy().common
  const tell = useCallback(() => {
    void Taro.setNavigationBarTitle({ title })
    if (!isTabPage) return
    for (const [index, text] of tabs.entries())
      // a page that is just leaving has no tab bar any more
      Taro.setTabBarItem({ index, text }).catch(() => undefined)
  }, [title, isTabPage, tabs])
  useEffect(tell, [tell])
  useDidShow(tell)
}
