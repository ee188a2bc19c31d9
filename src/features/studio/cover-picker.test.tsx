import { err, ok } from '@/domain/result'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { CoverPicker, type CoverPickerProps } from './cover-picker'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const DENIED = '没有照片权限'
const onChange = jest.fn()
let screen: Screen<CoverPickerProps>

beforeEach(async () => {
  host.reset()
  onChange.mockClear()
  host.answer('shelf/list-products', () => data({ products: [] }))
  host.answer('shelf/upload-picture', () => data({ url: '/media/pic_1' }))
  host.filePicker.pickPictures = async () => err('denied')
  screen = await show(CoverPicker, { merchantId, coverUrl: null, onChange })
})
afterEach(() => {
  screen.close()
  delete host.filePicker.openSettings
})

it('leads to the settings when pictures are not allowed, and uploads once they are', async () => {
  host.filePicker.openSettings = async () => {
    host.filePicker.pickPictures = async () => ok([{ name: 'cover.jpg', content: 'good' }])
    return true
  }
  await screen.tap('上传图片')
  expect(screen.text()).toContain(DENIED)
  await screen.tap('去设置')
  expect(screen.text()).not.toContain(DENIED)
  await screen.tap('上传图片')
  expect(onChange).toHaveBeenCalledWith('/media/pic_1')
})

it('goes on saying so when the settings did not open', async () => {
  host.filePicker.openSettings = async () => false
  await screen.tap('上传图片')
  await screen.tap('去设置')
  expect(screen.text()).toContain(DENIED)
})

it('offers no settings on a host that has none', async () => {
  await screen.tap('上传图片')
  expect(screen.text()).toContain(DENIED)
  expect(screen.text()).not.toContain('去设置')
})
