import { miniFilePicker } from './mini/file-picker'

export { absoluteUrl } from './absolute-url'
export { paymentSheet } from './alipay/payment-sheet'
export { signIn } from './alipay/sign-in'
export { httpTransport as transport } from './http-transport'
export { chatProxy } from './mini/chat-proxy'
export { departure } from './mini/departure'
export { device } from './mini/device'
export { keyValueStore } from './mini/key-value-store'
export { network } from './mini/network'
export { useShareCard } from './mini/use-share-card'
export { viewport } from './alipay/viewport'
export const filePicker = miniFilePicker(false)
