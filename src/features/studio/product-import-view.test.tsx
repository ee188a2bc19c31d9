import type { ImportDraft, ImportProblem } from '@/contracts/merchant/shelf'
import { toFen } from '@/domain/money'
import { err, ok } from '@/domain/result'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { aShelfProduct, merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { ProductImportView } from './product-import-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const drafts: readonly ImportDraft[] = [
  { name: '蜜柚', pictureUrl: '', skus: [{ name: '单个', price: toFen(1990), stock: 200 }] },
]
const problems: readonly ImportProblem[] = [
  { row: 3, column: 'price', code: 'not-an-amount', value: 'abc' },
  { row: 4, column: 'picture', code: 'picture-file-missing', value: 'pear.jpg' },
]
const CHECK_MS = 600
const onStudio = jest.fn()
let screen: Screen<{ merchantId: typeof merchantId; onStudio: () => void }>

const paste = async (csv: string): Promise<void> => {
  await screen.type('或直接粘贴表格内容', csv)
  await screen.settle(CHECK_MS)
}
const previews = () => host.asked('shelf/preview-import')

beforeEach(async () => {
  host.reset()
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
  host.answer('shelf/preview-import', () => data({ drafts, problems: [] }))
  screen = await show(ProductImportView, { merchantId, onStudio })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('shows every problem with its row, its column and what to do, and imports nothing', async () => {
  host.answer('shelf/preview-import', () => data({ drafts, problems }))
  await paste('name,price\n蜜柚,abc')
  expect(screen.text()).toContain('第 3 行 · 价格')
  expect(screen.text()).toContain('不是价格，请写成 12.50 这样')
  expect(screen.text()).toContain('第 4 行 · 图片')
  expect(screen.isOff('导入')).toBe(true)
})

it('cannot be imported while a changed table is not checked yet', async () => {
  await paste('good')
  expect(screen.isOff('导入 1 件商品')).toBe(false)
  await screen.type('或直接粘贴表格内容', 'changed')
  expect(screen.isOff('导入')).toBe(true)
})

it('asks once when somebody types on, not at every letter', async () => {
  for (const csv of ['n', 'na', 'nam', 'name']) await screen.type('或直接粘贴表格内容', csv)
  await screen.settle(CHECK_MS)
  expect(previews()).toHaveLength(1)
})

it('imports what was previewed and says how many', async () => {
  host.answer('shelf/import-products', () => data({ products: [aShelfProduct(1)] }))
  await paste('good')
  await screen.tap('导入 1 件商品', 2)
  expect(host.asked('shelf/import-products')).toHaveLength(1)
  expect(screen.text()).toContain('已导入 1 件商品')
  await screen.tap('回到工作台')
  expect(onStudio).toHaveBeenCalled()
})

it('checks again when the server takes nothing', async () => {
  host.answer('shelf/import-products', () => refusal('import-invalid'))
  await paste('good')
  host.answer('shelf/preview-import', () => data({ drafts, problems }))
  await screen.tap('导入 1 件商品')
  expect(screen.text()).toContain('2 处需要修改')
})

it('sends the pictures that were uploaded, by their file names, and names those that were not', async () => {
  host.filePicker.pickPictures = async () =>
    ok([
      { name: 'pear.jpg', content: 'good' },
      { name: 'bad.png', content: 'bad' },
    ])
  host.answer('shelf/upload-picture', ({ input }) =>
    JSON.stringify(input).includes('"bad"') ? refusal('picture-invalid') : data({ url: '/media/pic_1' }),
  )
  await paste('good')
  await screen.tap('上传图片文件')
  await screen.settle(CHECK_MS)
  expect(previews().at(-1)?.input).toMatchObject({ pictures: { 'pear.jpg': '/media/pic_1' } })
  expect(screen.text()).toContain('bad.png')
})

it.each([
  ['unsupported', '请在电脑浏览器里打开工作台'],
  ['unreadable', '请换一个试试'],
  ['denied', '没有照片权限'],
  ['too-large', '请选 1 MB 以内的'],
] as const)('explains a file that is %s', async (failure, words) => {
  host.filePicker.pickText = async () => err(failure)
  await screen.tap('选择 CSV 文件')
  expect(screen.text()).toContain(words)
})
