import * as v from 'valibot'
import { appConfig, pagesOf, readLook, readTabs, readThemes, settingProblems } from './read-config'

const app = (config: object) => v.parse(appConfig, { pages: ['pages/a/index'], ...config })
const noThemes = { light: {}, dark: {} }

it('lists the pages of the main package before those of the subpackages', () => {
  const subPackages = [{ root: 'packages/b', pages: ['c/index', 'd/index'] }]
  expect(pagesOf(app({ subPackages }))).toEqual(['pages/a/index', 'packages/b/c/index', 'packages/b/d/index'])
})

describe('readLook', () => {
  it("takes what a page does not say from the app's window", () => {
    const window = {
      navigationBarTitleText: '同场',
      backgroundColor: '#fff',
      navigationBarBackgroundColor: '#000',
    }
    const shared = { ground: '#fff', barColour: '#000', barInk: 'black', bar: 'shown' }
    expect(readLook(app({ window }), {})).toEqual({ ...shared, title: '同场', canPullDown: false })
    expect(
      readLook(app({ window }), { navigationBarTitleText: '订单', enablePullDownRefresh: true }),
    ).toEqual({ ...shared, title: '订单', canPullDown: true })
  })

  it('knows the words of both hosts', () => {
    expect(
      readLook(app({ window: { defaultTitle: '同场', titleBarColor: '#123' } }), {
        defaultTitle: '订单',
        pullRefresh: true,
      }),
    ).toEqual({
      title: '订单',
      bar: 'shown',
      barColour: '#123',
      barInk: 'black',
      ground: '',
      canPullDown: true,
    })
  })

  it.each([
    [{}, 'shown'],
    [{ navigationStyle: 'custom' }, 'hidden'],
    [{ navigationStyle: 'custom', transparentTitle: 'always' }, 'over'],
  ])('draws the bar of %j %s', (page, bar) => {
    expect(readLook(app({}), page).bar).toBe(bar)
  })
})

it('reads the tabs of both hosts alike', () => {
  const tab = [{ route: 'pages/a/index', text: '直播', icon: 'a.png', iconOn: 'b.png' }]
  const weapp = { pagePath: 'pages/a/index', text: '直播', iconPath: 'a.png', selectedIconPath: 'b.png' }
  const alipay = { pagePath: 'pages/a/index', name: '直播', icon: 'a.png', activeIcon: 'b.png' }
  expect(readTabs(app({ tabBar: { list: [weapp] } }))).toEqual(tab)
  expect(readTabs(app({ tabBar: { items: [alipay] } }))).toEqual(tab)
  expect(readTabs(app({}))).toEqual([])
})

it('refuses themes that lack one of the two', () => {
  expect(readThemes({ light: { bar: '#fff' }, dark: {} })).toEqual({ light: { bar: '#fff' }, dark: {} })
  expect(() => readThemes({ light: {} })).toThrow('dark')
})

describe('settingProblems', () => {
  it('says nothing about words that a host knows', () => {
    const settings = { navigationStyle: 'custom', transparentTitle: 'always', backgroundColor: '#fff' }
    expect(settingProblems(settings, noThemes)).toEqual([])
    expect(settingProblems(undefined, noThemes)).toEqual([])
  })

  it('says which word a host would take for its default', () => {
    expect(settingProblems({ navigationStyle: 'costum' }, noThemes)).toEqual([
      'navigationStyle is "costum", and not default or custom',
    ])
  })

  it('looks a name with @ up in both themes', () => {
    const themes = { light: { ink: 'black' }, dark: { ink: 'pink' } }
    expect(settingProblems({ navigationBarTextStyle: '@ink' }, themes)).toEqual([
      'navigationBarTextStyle is "pink", and not black or white',
    ])
    expect(settingProblems({ navigationBarTextStyle: '@gone' }, themes)).toHaveLength(1)
  })
})
