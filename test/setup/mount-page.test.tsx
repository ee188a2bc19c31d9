import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import TestUtils from '@tarojs/test-utils-react'
import { useState } from 'react'

function Counter() {
  const [count, setCount] = useState(0)
  return (
    <View>
      <Text>{`按了 ${String(count)} 次`}</Text>
      <Button
        onClick={() => {
          setCount(count + 1)
        }}
      >
        加一
      </Button>
    </View>
  )
}

it('mounts Taro components and follows a tap', async () => {
  const page = new TestUtils()
  await page.mount(Counter)
  await page.queries.waitForQuerySelector('taro-button-core')
  await page.act(() => {
    page.fireEvent.click(document.getElementsByTagName('taro-button-core')[0] ?? document.body)
  })
  expect(document.body.textContent).toContain('按了 1 次')
  expect(Taro.getEnv()).toBe('WEB')
  page.unmout()
})
