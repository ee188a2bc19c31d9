import Taro from '@tarojs/taro'
import { fileSaver as alipaySaver } from '../alipay/file-saver'
import { fileSaver as browserSaver } from '../h5/file-saver'
import { fileSaver as wechatSaver } from '../weapp/file-saver'

const written: string[] = []

beforeEach(() => {
  written.length = 0
  const manager: Partial<Taro.FileSystemManager> = {
    writeFileSync: (path, data) => void written.push(`${path}: ${JSON.stringify(data)}`),
  }
  jest.spyOn(Taro, 'getFileSystemManager').mockReturnValue(manager as Taro.FileSystemManager)
})
afterEach(() => {
  jest.restoreAllMocks()
})

describe('the saver of WeChat', () => {
  it('writes the file and opens the window for sending it, all within the tap', async () => {
    const share = jest.spyOn(Taro, 'shareFileMessage').mockResolvedValue({ errMsg: '' })
    const saving = wechatSaver.saveText('orders.csv', 'a,b')
    expect(written).toEqual(['/orders.csv: "a,b"'])
    expect(share).toHaveBeenCalledWith({ filePath: '/orders.csv', fileName: 'orders.csv' })
    expect(await saving).toEqual({ ok: true, value: null })
  })

  it.each([
    [{ errMsg: 'shareFileMessage:fail cancel' }, 'cancelled'],
    [{ errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.' }, 'failed'],
  ] as const)('reads %j as %s', async (said, failure) => {
    jest.spyOn(Taro, 'shareFileMessage').mockRejectedValue(said)
    expect(await wechatSaver.saveText('orders.csv', 'a')).toEqual({ ok: false, error: failure })
  })
})

it('offers nothing on Alipay, which hands on no file', async () => {
  expect(alipaySaver.way).toBe('none')
  expect((await alipaySaver.saveText('orders.csv', 'a')).ok).toBe(false)
})

it('downloads in a browser under the name it was given', async () => {
  jest.useFakeTimers()
  const blobs: Blob[] = []
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return 'blob:1'
  }
  URL.revokeObjectURL = jest.fn()
  const names: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(`${this.download} ${this.href}`)
  })
  expect((await browserSaver.saveText('orders.csv', 'a,b')).ok).toBe(true)
  expect(names).toEqual(['orders.csv blob:1'])
  expect(blobs[0]?.size).toBe(3)
  jest.runAllTimers()
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1')
  jest.useRealTimers()
})
