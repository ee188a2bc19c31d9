import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'

/** The host's own bar took its words from the configuration, in one language: puts in this person's words. */
export function useBarTitle(title: string): void {
  const tell = useCallback(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  useEffect(tell, [tell])
  useDidShow(tell)
}
