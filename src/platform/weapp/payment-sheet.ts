import Taro from '@tarojs/taro'
import type { PaymentSheet } from '../ports/payment-sheet'

export const paymentSheet: PaymentSheet = {
  async open(prepay) {
    if (prepay.wallet !== 'wechat-pay') return 'unknown'
    const { timeStamp, nonceStr, package: prepayPackage, signType, paySign } = prepay
    try {
      await Taro.requestPayment({ timeStamp, nonceStr, package: prepayPackage, signType, paySign })
      return 'approved'
    } catch (error) {
      return /cancel/i.test(JSON.stringify(error)) ? 'cancelled' : 'unknown'
    }
  },
}
