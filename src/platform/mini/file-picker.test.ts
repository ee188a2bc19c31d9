import Taro from '@tarojs/taro'
import { filePicker as alipayPicker } from '../alipay/file-picker'
import { filePicker as wechatPicker } from '../weapp/file-picker'
import { pickFailure } from './file-picker'

const EVERYTHING_SAID = [
  ['WeChat', { errMsg: 'chooseImage:fail cancel' }, 'cancelled'],
  ['Alipay', { error: 11, errorMessage: '用户取消操作' }, 'cancelled'],
  ['WeChat', { errMsg: 'chooseImage:fail auth deny' }, 'denied'],
  ['WeChat', { errMsg: 'chooseImage:fail:auth denied' }, 'denied'],
  ['WeChat', { errMsg: 'chooseImage:fail authorize no response' }, 'denied'],
  ['WeChat', { errMsg: 'chooseImage:fail system permission denied' }, 'denied'],
  ['Alipay', { error: 2001, errorMessage: '在申请授权时用户拒绝授权' }, 'denied'],
  ['Alipay', { error: 2002, errorMessage: '' }, 'denied'],
  ['Alipay', { error: 2003, errorMessage: '' }, 'denied'],
  ['WeChat', { errMsg: 'chooseImage:fail' }, 'unreadable'],
  ['Alipay', { error: 20010, errorMessage: '' }, 'unreadable'],
] as const

it.each(EVERYTHING_SAID)('reads from what %s says (%j) that the pick was %s', (_host, error, failure) => {
  expect(pickFailure(error)).toBe(failure)
})

const readsAs = (readFile: Taro.FileSystemManager['readFile']): void => {
  const manager: Partial<Taro.FileSystemManager> = { readFile }
  jest.spyOn(Taro, 'getFileSystemManager').mockReturnValue(manager as Taro.FileSystemManager)
}
afterEach(() => {
  jest.restoreAllMocks()
})

describe.each([
  ['WeChat', wechatPicker],
  ['Alipay', alipayPicker],
])('the picker of %s', (_host, filePicker) => {
  const picture = { path: 'wxfile://tmp/pear.jpg', size: 1_000 }
  const chosen = (size = picture.size) =>
    jest
      .spyOn(Taro, 'chooseImage')
      .mockResolvedValue({ tempFiles: [{ ...picture, size }], tempFilePaths: [], errMsg: '' })
  it('gives pictures by their names, as base64', async () => {
    chosen()
    readsAs(({ encoding, success }) => success?.({ data: `${encoding} of a pear`, errMsg: '' }))
    expect(await filePicker.pickPictures(1)).toEqual({
      ok: true,
      value: [{ name: 'pear.jpg', content: 'base64 of a pear' }],
    })
  })

  it('says that a picture is too large before it reads it', async () => {
    chosen(1_048_577)
    expect(await filePicker.pickPictures(1)).toEqual({ ok: false, error: 'too-large' })
  })

  it('says that the person has denied it', async () => {
    jest.spyOn(Taro, 'chooseImage').mockRejectedValue({ errMsg: 'chooseImage:fail auth deny' })
    expect(await filePicker.pickPictures(1)).toEqual({ ok: false, error: 'denied' })
  })

  it('takes a file that cannot be read for that, whatever the file system calls it', async () => {
    chosen()
    readsAs(({ fail }) => fail?.({ errMsg: 'readFile:fail permission denied, open pear.jpg' }))
    expect(await filePicker.pickPictures(1)).toEqual({ ok: false, error: 'unreadable' })
  })

  it('opens the settings within the tap, and tells whether they were seen', async () => {
    const nothingSet = {
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
      errMsg: '',
    }
    const open = jest.spyOn(Taro, 'openSetting').mockResolvedValue(nothingSet)
    const seen = filePicker.openSettings?.()
    expect(open).toHaveBeenCalledTimes(1)
    expect(await seen).toBe(true)
    open.mockRejectedValue({ errMsg: 'openSetting:fail' })
    expect(await filePicker.openSettings?.()).toBe(false)
  })
})

describe('the table that WeChat picks out of a chat', () => {
  const table = { name: 'goods.csv', path: 'wxfile://tmp/1.csv', size: 10, type: 'file', time: 0 } as const

  it('is read as text, under the name it has there', async () => {
    jest.spyOn(Taro, 'chooseMessageFile').mockResolvedValue({ tempFiles: [table], errMsg: '' })
    readsAs(({ encoding, success }) => success?.({ data: `${encoding} table`, errMsg: '' }))
    expect(await wechatPicker.pickText()).toEqual({
      ok: true,
      value: { name: 'goods.csv', content: 'utf8 table' },
    })
  })

  it('is none when none was chosen', async () => {
    jest.spyOn(Taro, 'chooseMessageFile').mockResolvedValue({ tempFiles: [], errMsg: '' })
    expect(await wechatPicker.pickText()).toEqual({ ok: false, error: 'cancelled' })
  })
})
