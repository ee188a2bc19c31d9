import {
  describeLateFailure,
  describeRefundStates,
  describeRefundStatesOverTheWire,
} from './refund-state.contract'
import { openFakeWorld, openWiredWorld } from './wallet-world'
import { alipay, weChatPay } from './wallets-under-test'

describe.each([weChatPay, alipay])('a refund at $name', (wallet) => {
  describeRefundStates(() => openWiredWorld(wallet))
})
describe.each([weChatPay, alipay])('a refund at $name', (wallet) => {
  describeRefundStatesOverTheWire(() => openWiredWorld(wallet))
})
describe('a refund at wechat-pay', () => describeLateFailure(() => openWiredWorld(weChatPay)))
describe('a refund at the fake wallet', () => {
  describeRefundStates(openFakeWorld)
})
describe('a refund at the fake wallet', () => {
  describeLateFailure(openFakeWorld)
})
