import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>直播间</Text>
    </View>
  )
}
