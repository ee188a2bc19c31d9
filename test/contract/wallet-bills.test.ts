import { describeBills, describeBillsOverTheWire } from './wallet-bills.contract'
import { openFakeWorld, openWiredWorld } from './wallet-world'
import { alipay, weChatPay } from './wallets-under-test'

describe.each([weChatPay, alipay])('a bill of $name', (wallet) => {
  describeBills(() => openWiredWorld(wallet))
})
describe('a bill of the fake wallet', () => describeBills(openFakeWorld))
describe.each([weChatPay, alipay])('a bill of $name', (wallet) => {
  describeBillsOverTheWire(() => openWiredWorld(wallet))
})
