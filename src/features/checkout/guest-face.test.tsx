import { atNow } from '../../../test/builders/room-offers'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost } from '../../../test/builders/fake-host'
import { aShelfProduct, roomId } from '../../../test/builders/room'
import { show } from '../../../test/builders/screen'
import { CheckoutSheet } from './checkout-sheet'
import { ChoiceMemory } from './choice-memory'

jest.mock('@/platform', () => {
  const file = jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host')
  file.host.signInAs('h5')
  return file.host.platform
})

const link = 'https://livestall.test/r/room?from=lin'
const sheet = () =>
  show(CheckoutSheet, {
    product: aShelfProduct(1),
    roomId,
    at: atNow(),
    memory: new ChoiceMemory(),
    AddressField: () => null,
    onClose: () => undefined,
    onDone: () => undefined,
  })

beforeEach(() => {
  host.reset()
})

it('gives a guest in a browser the link that opens the room where there is a wallet', async () => {
  host.answer('rooms/share', () => data({ sharerToken: 't', link, title: '', pictureUrl: '' }))
  const screen = await sheet()
  expect(screen.text()).toContain(link)
  expect(screen.text()).not.toContain('提交订单')
  screen.close()
})

it('asks for the link again when it did not come', async () => {
  host.answer('rooms/share', () => lost())
  const screen = await sheet()
  host.answer('rooms/share', () => data({ sharerToken: 't', link, title: '', pictureUrl: '' }))
  await screen.tap('没能取到链接')
  expect(screen.text()).toContain(link)
  screen.close()
})
