import { useRouter } from '@tarojs/taro'
import { readRoomId, useStudioWords } from '@/features/studio'
import { MerchantPage } from '../../merchant-page'
import { ConsoleScreen } from './console-screen'

export default function ConsolePage() {
  const words = useStudioWords()
  const roomId = readRoomId(useRouter().params.id)
  return (
    <MerchantPage title={words.console.title} subject={roomId} lost="room-not-found">
      {(id) => <ConsoleScreen roomId={id} />}
    </MerchantPage>
  )
}
