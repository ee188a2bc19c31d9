import {
  describeOneCorrection,
  describeShipping,
  describeShippingOverTheWire,
} from './wallet-shipping.contract'
import { openFakeWorld, openWiredWorld } from './wallet-world'
import { alipay, weChatPay } from './wallets-under-test'

describe.each([weChatPay, alipay])('a shipping report to $name', (wallet) => {
  describeShipping(() => openWiredWorld(wallet))
})
describe('a shipping report to the fake wallet', () => describeShipping(openFakeWorld))
describe('a shipping report to wechat-pay', () => describeOneCorrection(() => openWiredWorld(weChatPay)))
describe('a shipping report to the fake wallet', () => describeOneCorrection(openFakeWorld))
describe.each([weChatPay, alipay])('a shipping report to $name', (wallet) => {
  describeShippingOverTheWire(() => openWiredWorld(wallet))
})
