import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>确认订单</Text>
    </View>
  )
}
