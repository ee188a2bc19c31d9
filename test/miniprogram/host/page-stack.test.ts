import type { NativeApp } from '../fixture/native-app'
import { setHost, type NativePhone } from '../fixture/set-host'
import type { MiniTarget } from '../bundle'

const open = setHost()

/** Every page notes its life and goes where the word on a button says. */
const page = (name: string, tapped: 'bindtap' | 'onTap') => ({
  template: ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch']
    .flatMap((how) => ['a', 'b', 'c', 'd'].map((to) => ({ how, to })))
    .map(({ how, to }) => `<text ${tapped}="go" data-how="${how}" data-to="${to}">${how}-${to}</text>`)
    .join('')
    .concat(`<text ${tapped}="back">back</text>`),
  script: `
    var host = typeof wx === 'undefined' ? my : wx
    var failed = function (why) { note(why.errMsg || why.errorMessage) }
    var life = {}
    ;['onShow', 'onReady', 'onHide', 'onUnload'].forEach(function (when) {
      life[when] = function () { note('${name}.' + when) }
    })
    life.onLoad = function (query) { note('${name}.onLoad' + (query.id || '')) }
    life.go = function (e) {
      var at = e.currentTarget.dataset
      host[at.how]({ url: '/pages/' + at.to + '/index' + (at.how === 'navigateTo' ? '?id=1%2F2' : ''), fail: failed })
    }
    life.back = function () { host.navigateBack({ fail: failed }) }
    Page(life)`,
})

const appOf = (target: MiniTarget): NativeApp => ({
  pages: Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [
      `pages/${name}/index`,
      page(name, target === 'weapp' ? 'bindtap' : 'onTap'),
    ]),
  ),
  settings: {
    tabBar: {
      list: [
        { pagePath: 'pages/a/index', text: '甲' },
        { pagePath: 'pages/b/index', text: '乙' },
      ],
      items: [
        { pagePath: 'pages/a/index', name: '甲' },
        { pagePath: 'pages/b/index', name: '乙' },
      ],
    },
  },
})
const opened = (name: string, query = ''): readonly string[] => [
  `${name}.onLoad${query}`,
  `${name}.onShow`,
  `${name}.onReady`,
]
const tap = ({ page: window }: NativePhone, word: string): Promise<void> =>
  window.locator('.frame:not([hidden])').getByText(word, { exact: true }).tap()

describe.each(['weapp', 'alipay'] as const satisfies readonly MiniTarget[])('the pages of %s', (target) => {
  const start = async (): Promise<NativePhone> => {
    const phone = await open(target, appOf(target))
    await phone.notes(opened('a'))
    return phone
  }

  it('live under the page that was opened on top, and come back without loading', async () => {
    const phone = await start()
    await tap(phone, 'navigateTo-c')
    await phone.notes(['a.onHide', ...opened('c', '1%2F2')])
    await tap(phone, 'back')
    await phone.notes(['c.onUnload', 'a.onShow'])
  })

  it('go when another one takes their place', async () => {
    const phone = await start()
    await tap(phone, 'navigateTo-c')
    await tap(phone, 'redirectTo-d')
    await phone.notes(['a.onHide', ...opened('c', '1%2F2'), 'c.onUnload', ...opened('d')])
    await tap(phone, 'back')
    await phone.notes(['d.onUnload', 'a.onShow'])
  })

  it('that are tabs live on when another tab is shown', async () => {
    const phone = await start()
    await tap(phone, 'switchTab-b')
    await phone.notes(['a.onHide', ...opened('b')])
    await phone.page.getByRole('button', { name: '甲' }).click()
    await phone.notes(['b.onHide', 'a.onShow'])
  })

  it('that are tabs are hidden once, and not again when what lay over them goes', async () => {
    const phone = await start()
    await tap(phone, 'navigateTo-c')
    await tap(phone, 'navigateTo-d')
    await phone.notes(['a.onHide', ...opened('c', '1%2F2'), 'c.onHide', ...opened('d', '1%2F2')])
    await tap(phone, 'switchTab-b')
    await phone.notes(['d.onUnload', 'c.onUnload', ...opened('b')])
    await tap(phone, 'switchTab-a')
    await tap(phone, 'navigateTo-c')
    await phone.notes(['b.onHide', 'a.onShow', 'a.onHide', ...opened('c', '1%2F2')])
    await tap(phone, 'switchTab-a')
    await phone.notes(['c.onUnload', 'a.onShow'])
  })

  it('all go when one is launched anew', async () => {
    const phone = await start()
    await tap(phone, 'switchTab-b')
    await tap(phone, 'navigateTo-c')
    await phone.notes(['a.onHide', ...opened('b'), 'b.onHide', ...opened('c', '1%2F2')])
    await tap(phone, 'reLaunch-d')
    await phone.notes(['c.onUnload', 'b.onUnload', 'a.onUnload', ...opened('d')])
  })

  it('are not reached by the wrong way, or where nothing lies', async () => {
    const phone = await start()
    await tap(phone, 'navigateTo-b')
    await tap(phone, 'redirectTo-b')
    await tap(phone, 'switchTab-c')
    await phone.notes([
      /can not navigateTo a tabbar page/,
      /can not redirectTo a tabbar page/,
      /can not switch to no-tabBar page/,
    ])
  })

  it('are no more than ten', async () => {
    const phone = await start()
    for (let deep = 2; deep <= 10; deep += 1)
      await tap(phone, deep % 2 === 0 ? 'navigateTo-c' : 'navigateTo-d')
    await phone.page.waitForFunction(() => document.querySelectorAll('.frame').length === 10)
    await tap(phone, 'navigateTo-d')
    await phone.page.waitForTimeout(50)
    expect(await phone.page.locator('.frame').count()).toBe(10)
  })

  it('cannot be left by a way back when there is one alone', async () => {
    const phone = await start()
    await tap(phone, 'back')
    await phone.notes([/^navigateBack:fail|^already top of navigation/])
  })
})

it("draws the bar's way back only over pages that have one, and goes back with it", async () => {
  const phone = await open('weapp', appOf('weapp'))
  const back = phone.page.locator('.frame:not([hidden]) .back')
  await phone.notes(opened('a'))
  expect(await back.count()).toBe(0)
  await tap(phone, 'navigateTo-c')
  await back.click()
  await phone.notes(['a.onHide', ...opened('c', '1%2F2'), 'c.onUnload', 'a.onShow'])
})

it('tells the app and the page on screen when the person leaves and comes back', async () => {
  const phone = await open('weapp', { ...appOf('weapp'), notesApp: true })
  await phone.notes(['App.onLaunch', 'App.onShow', ...opened('a')])
  await phone.mini.leave()
  await phone.notes(['a.onHide', 'App.onHide'])
  await phone.mini.comeBack()
  await phone.notes(['App.onShow', 'a.onShow'])
})

it('says what a page throws, and goes on', async () => {
  const phone = await open('weapp', {
    pages: {
      'pages/a/index': {
        script:
          "Page({ onLoad: function () { throw new Error('lost') }, onShow: function () { note('shown') } })",
      },
    },
  })
  await phone.notes(['shown'])
  await phone.expectProblem(/pages\/a\/index onLoad: Error: lost/)
})
