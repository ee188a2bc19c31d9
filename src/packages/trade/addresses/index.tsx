import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>收货地址</Text>
    </View>
  )
}
