import Taro, { useRouter } from '@tarojs/taro'
import { readRoomId, StreamView, useStudioWords } from '@/features/studio'
import { MerchantPage } from '../../merchant-page'

export default function StreamPage() {
  const words = useStudioWords()
  const roomId = readRoomId(useRouter().params.id)
  return (
    <MerchantPage title={words.stream.title} subject={roomId} lost="room-not-found">
      {(id) => (
        <StreamView
          roomId={id}
          onConsole={() => void Taro.redirectTo({ url: `/packages/studio/console/index?id=${id}` })}
        />
      )}
    </MerchantPage>
  )
}
