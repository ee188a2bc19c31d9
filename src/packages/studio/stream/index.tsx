import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>推流地址</Text>
    </View>
  )
}
