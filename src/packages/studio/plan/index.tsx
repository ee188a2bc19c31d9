import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>预告直播</Text>
    </View>
  )
}
