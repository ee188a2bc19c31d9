import { describePaymentGateway } from './payment-gateway.contract'
import { describePaymentNotices } from './payment-notice.contract'
import { alipay, weChatPay } from './wallets-under-test'

describe.each([weChatPay, alipay])('payment gateway of $name', describePaymentGateway)
describe.each([weChatPay, alipay])('notices of $name', describePaymentNotices)
