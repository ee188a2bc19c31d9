import type { ImportProblem } from '@/contracts/merchant/shelf'
import { problemLine } from './problem-words'
import { en } from './words/import/en'
import { zhCn } from './words/import/zh-cn'

const problem = (overrides: Partial<ImportProblem> = {}): ImportProblem => ({
  row: 5,
  column: 'price',
  code: 'not-an-amount',
  value: 'abc',
  ...overrides,
})

it('says where it stands, what stands there and what to do', () => {
  expect(problemLine(problem(), zhCn)).toEqual({
    where: '第 5 行 · 价格',
    value: 'abc',
    what: '不是价格，请写成 12.50 这样',
  })
  expect(problemLine(problem(), en).where).toBe('Row 5 · Price')
})

it('names the column that is missing, and not the whole header', () => {
  const missing = problem({ row: 1, code: 'missing-column', value: 'a,b,c' })
  expect(problemLine(missing, zhCn)).toEqual({
    where: '整个表格',
    value: '',
    what: '表格缺少“价格”这一列',
  })
})

it('shortens what somebody pasted into one cell', () => {
  expect(problemLine(problem({ value: '很长'.repeat(40) }), zhCn).value).toHaveLength(25)
})
