import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>导入商品</Text>
    </View>
  )
}
