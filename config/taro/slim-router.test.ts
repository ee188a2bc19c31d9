import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../paths'
import MatchPage from './router/match-page'
import PageTitle from './router/page-title'
import query from './router/query'
import { slimRouter } from './slim-router'

const mockBar: { rename: (title: string) => void } = { rename: () => undefined }

// Taro's runtime is for browsers; of its events a title is the only one that is heard here
jest.mock('@tarojs/runtime', () => ({
  eventCenter: { on: (_: string, rename: (title: string) => void) => (mockBar.rename = rename) },
}))

const aliases = new Map<string, string>()
slimRouter({ resolve: { alias: { set: (request, file) => aliases.set(request, file) } } })

/** An update that moves a file, or asks for more, would otherwise be found out by a browser. */
describe('what stands for parts of Taro’s router', () => {
  const router = inProject('node_modules/@tarojs/router/dist/router')
  const source = (file: string): string => readFileSync(path.join(router, file), 'utf8')

  it('stands for files that are there', () => {
    const files = [...aliases].flat().filter((file) => path.isAbsolute(file))
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('is asked for what it has', () => {
    const page = source('page.js')
    expect(page.match(/queryString\.\w+\([^)]*\)/g)).toEqual(['queryString.parse(search, { decode: false })'])
    expect(new Set(page.match(/navigationBarHandler\.\w+/g))).toEqual(new Set(['navigationBarHandler.load']))
    expect(new Set(source('spa.js').match(/router\.resolve\(\w+\)/g))).toEqual(
      new Set(['router.resolve(routerPath)']),
    )
  })
})

describe('matching a page', () => {
  const pages = new MatchPage([
    { path: '/pages/feed/index', action: () => 'feed' },
    { path: '/packages/live/room/index', action: (context) => context },
  ])

  it('finds it by its path', async () => {
    expect(await pages.resolve('/pages/feed/index')).toBe('feed')
    expect(await pages.resolve('/packages/live/room/index/')).toMatchObject({
      pathname: '/packages/live/room/index/',
    })
  })

  it('says 404 when there is none', async () => {
    await expect(pages.resolve('/pages/feed')).rejects.toMatchObject({ status: 404 })
  })
})

it('gives a page its title back when it is returned to', () => {
  const bar = { title: '' }
  Object.assign(globalThis, { document: bar })
  const page = { originPathname: '/feed', pageConfig: { navigationBarTitleText: '同场' } }
  const title = new PageTitle(page)
  title.load()
  expect(bar.title).toBe('同场')
  Object.assign(page, { originPathname: '/room', pageConfig: {} })
  mockBar.rename('脐橙开园')
  expect(bar.title).toBe('脐橙开园')
  Object.assign(page, { originPathname: '/feed', pageConfig: { navigationBarTitleText: '同场' } })
  title.load()
  expect(bar.title).toBe('同场')
  Object.assign(page, { originPathname: '/room', pageConfig: {} })
  title.load()
  expect(bar.title).toBe('脐橙开园')
})

it.each([
  ['', {}],
  ['?id=r_1&s=a%20b', { id: 'r_1', s: 'a%20b' }],
  ['id=r_1&token=a=b==', { id: 'r_1', token: 'a=b==' }],
  ['flag&empty=', { flag: null, empty: '' }],
  ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
])('reads the query %j', (search, expected) => {
  expect(query.parse(search)).toEqual(expected)
})
