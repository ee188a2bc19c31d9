import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** False while another page covers this one or the app is in the background. */
export function usePageVisible(): boolean {
  const [isVisible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
  })
  useDidHide(() => {
    setVisible(false)
  })
  return isVisible
}
