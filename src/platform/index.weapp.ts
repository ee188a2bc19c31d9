import { miniFilePicker } from './mini/file-picker'

export { absoluteUrl } from './absolute-url'
export { chatProxy } from './mini/chat-proxy'
export { departure } from './mini/departure'
export { device } from './mini/device'
export { keyValueStore } from './mini/key-value-store'
export { network } from './mini/network'
export { useShareCard } from './mini/use-share-card'
export { paymentSheet } from './weapp/payment-sheet'
export { signIn } from './weapp/sign-in'
export { transport } from './weapp/transport'
export { viewport } from './weapp/viewport'
export const filePicker = miniFilePicker(true)
