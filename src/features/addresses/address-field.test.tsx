import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, anAddress } from '../../../test/builders/wire'
import { AddressField, type AddressFieldProps } from './address-field'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onPick = jest.fn()
const onOpen = jest.fn()
let screen: Screen<AddressFieldProps>
const open = async (overrides: Partial<AddressFieldProps> = {}): Promise<void> => {
  screen = await show(AddressField, { value: null, onPick, isOpen: false, onOpen, ...overrides })
}

beforeEach(() => {
  host.reset()
  onPick.mockClear()
  onOpen.mockClear()
  host.answer('session/list-addresses', () => data({ addresses: [anAddress(2), anAddress(1)] }))
})
afterEach(() => {
  screen.close()
})

it('picks the default address without being asked', async () => {
  await open()
  expect(onPick).toHaveBeenCalledWith(addressIdOf(1))
  expect(screen.text()).toContain('文三路 1 号')
})

it('offers the others, and takes one with one tap', async () => {
  await open({ value: addressIdOf(1), isOpen: true })
  await screen.tap('文三路 2 号')
  expect(onPick).toHaveBeenCalledWith(addressIdOf(2))
  expect(onOpen).toHaveBeenCalledWith(false)
})

it('asks for an address where there is none, names what is wrong, and uses what was saved', async () => {
  host.answer('session/list-addresses', () => data({ addresses: [] }))
  host.answer('session/save-address', () => data(anAddress(3)))
  await open()
  await screen.tap('新增地址')
  expect(onOpen).toHaveBeenCalledWith(true)
  await screen.setProps({ isOpen: true })
  await screen.tap('保存并使用')
  expect(screen.text()).toContain('请填写收货人姓名')
  expect(host.asked('session/save-address')).toHaveLength(0)
  for (const [label, value] of [
    ['收货人', '林小满'],
    ['手机号', '138 0013 8000'],
    ['所在地区', '浙江省杭州市西湖区'],
    ['详细地址', '文三路 3 号'],
  ] as const)
    await screen.type(label, value)
  await screen.tap('保存并使用')
  expect(host.asked('session/save-address')[0]?.input).toMatchObject({
    phone: '13800138000',
    isDefault: true,
  })
  expect(onPick).toHaveBeenCalledWith(addressIdOf(3))
})

it('asks which addresses there are when the chosen one is gone', async () => {
  await open({ value: addressIdOf(1) })
  await screen.setProps({ error: '收货地址不见了' })
  await screen.settle()
  expect(host.asked('session/list-addresses')).toHaveLength(2)
  expect(screen.text()).toContain('收货地址不见了')
})

it('says why there is no list, and tries again', async () => {
  host.answer('session/list-addresses', () => refusal('internal'))
  await open()
  expect(screen.text()).toContain('服务出了点问题')
  host.answer('session/list-addresses', () => data({ addresses: [anAddress(1)] }))
  await screen.tap('重试')
  expect(screen.text()).toContain('文三路 1 号')
})
