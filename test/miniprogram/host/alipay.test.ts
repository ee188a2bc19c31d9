import { setHost, type Prepare } from '../fixture/set-host'

const open = setHost()
const run = (code: string, prepare?: Prepare) =>
  open(
    'alipay',
    { pages: { 'pages/a/index': { script: `Page({ onLoad: function () { ${code} } })` } } },
    prepare,
  )

describe('my', () => {
  it('asks for keys by name and answers with data, null where there is none', async () => {
    const { notes } = await run(`
      my.setStorageSync({ key: 'a', data: { b: 1 } })
      note(my.getStorageSync({ key: 'a' }))
      my.removeStorageSync({ key: 'a' })
      note(my.getStorageSync({ key: 'a' }))
      my.getStorage({ key: 'a', success: function (r) { note(r) } })`)
    await notes(['{"data":{"b":1}}', '{"data":null}', '{"data":null}'])
  })

  it('calls status and headers of a reply by its own names', async () => {
    const { notes } = await run(
      `my.request({ url: 'http://127.0.0.1:9/api/ok', headers: { 'x-sent': 'b' }, success: function (r) {
        note([r.status, r.headers['x-echo'], r.data.ok, typeof r.statusCode])
      } })`,
      (page) =>
        page.route('**/api/ok', (route) =>
          route.fulfill({
            headers: {
              'content-type': 'application/json',
              'x-echo': route.request().headers()['x-sent'] ?? '',
            },
            body: '{"ok":true}',
          }),
        ),
    )
    await notes(['[200,"b",true,"undefined"]'])
  })

  it('calls a refusal of the server a failure, and leaves its body as text', async () => {
    const { mini, notes } = await run(
      `my.request({ url: 'http://127.0.0.1:9/api/sold-out', dataType: 'json', fail: function (why) {
        note([why.error, why.errorMessage, why.status, why.data])
      } })`,
      (page) =>
        page.route('**/api/sold-out', (route) => route.fulfill({ status: 409, body: '{"ok":false}' })),
    )
    await notes([JSON.stringify([19, 'http status error', 409, '{"ok":false}'])])
    mini.forgive(/409/)
  })

  it('numbers its failures', async () => {
    const { mini, notes } = await run(
      `my.request({ url: 'http://127.0.0.1:9/api/gone', fail: function (why) { note([why.error, why.errorMessage]) } })`,
      (page) => page.route('**/api/gone', (route) => route.abort()),
    )
    await notes(['[12,"network error"]'])
    mini.forgive(/ERR_FAILED/)
  })

  it('asks with other words, and has another answer', async () => {
    const { page, notes } = await run(
      "my.confirm({ title: '取消？', confirmButtonText: '是' }).then(function (r) { note(r) })",
    )
    await page.getByRole('dialog').getByText('是', { exact: true }).click()
    await notes(['{"confirm":true}'])
  })

  it('has one socket for the whole app: a second one at the same time is a problem', async () => {
    const { notes, expectProblem } = await run(
      `my.onSocketOpen(function () { my.sendSocketMessage({ data: 'hello' }) })
      my.onSocketMessage(function (news) {
        note(news.data)
        my.offSocketOpen()
        my.onSocketOpen(function () { note('second') })
        my.connectSocket({ url: 'ws://127.0.0.1:9/two' })
      })
      my.connectSocket({ url: 'ws://127.0.0.1:9/one' })`,
      (page) =>
        page.routeWebSocket('ws://127.0.0.1:9/**', (socket) => {
          socket.onMessage((words) => {
            socket.send(`echo ${String(words)}`)
          })
        }),
    )
    await notes(['echo hello', 'second'])
    await expectProblem(/a second connection while the first is open/)
  })

  it('has none of the names of WeChat', async () => {
    const { notes } = await run(
      'note([typeof wx, typeof my.requestPayment, typeof my.login, typeof my.tradePay])',
    )
    await notes(['["undefined","undefined","undefined","function"]'])
  })
})

describe('templates of Alipay', () => {
  it('have their own lists, conditions and scripts', async () => {
    const { page } = await open('alipay', {
      pages: {
        'pages/a/index': {
          template: `<import-sjs name="m" from="../../m.sjs"/>
            <view a:for="{{list}}" a:for-item="one" a:key="id"><text a:if="{{m.isDear(one.price)}}">{{one.name}} 贵</text>
            <text a:else>{{one.name}}</text></view>`,
          script:
            "Page({ data: { list: [{ id: 1, name: '橙', price: 9 }, { id: 2, name: '柚', price: 1 }] } })",
        },
      },
      files: {
        'm.sjs':
          'import limit from "./limit.sjs"\nexport default { isDear: function (p) { return p > limit.most } }',
        'limit.sjs': 'export default { most: 5 }',
      },
    })
    await page.getByText('橙 贵').waitFor()
    await page.getByText('柚', { exact: true }).waitFor()
  })
})

describe('a component of Alipay', () => {
  const withPart = (script: string, template = '<text>{{word}} {{own}}</text>') =>
    open('alipay', {
      pages: {
        'pages/a/index': {
          template:
            '<part a:if="{{isThere}}" word="{{word}}"/><text onTap="change">换</text><text onTap="drop">去</text>',
          script: `Page({
            data: { word: '一', isThere: true },
            change: function () { this.setData({ word: '二' }) },
            drop: function () { this.setData({ isThere: false }) },
          })`,
          settings: { usingComponents: { part: '../../part' } },
        },
      },
      components: { part: { template, script } },
    })

  it('has props with values of its own when nobody gives any', async () => {
    const { page, notes } = await withPart(`Component({
      data: { own: '自' },
      props: { word: '无', other: '也' },
      didMount: function () { note([this.props.word, this.props.other, this.data.own]) },
    })`)
    await notes(['["一","也","自"]'])
    await page.getByText('一 自').waitFor()
  })

  it('follows its props and ends with its page', async () => {
    const { page, notes } = await withPart(`Component({
      props: { word: '' },
      data: { own: '' },
      onInit: function () { note('init') },
      deriveDataFromProps: function (next) { note('derive ' + next.word) },
      didMount: function () { note('mount') },
      didUpdate: function (before) { note('update ' + before.word + ' ' + this.props.word) },
      didUnmount: function () { note('unmount') },
    })`)
    await notes(['init', 'derive 一', 'mount'])
    await page.getByText('换').tap()
    await notes(['derive 二', 'update 一 二'])
    await page.getByText('去').tap()
    await notes(['unmount'])
  })

  it('hears taps by its methods', async () => {
    const { page, notes } = await withPart(
      `Component({
        props: { word: '' },
        data: { count: 0 },
        methods: { tapped: function () { this.setData({ count: this.data.count + 1 }); note(this.data.count) } },
      })`,
      '<text onTap="tapped">点</text>',
    )
    await page.getByText('点').tap()
    await page.getByText('点').tap()
    await notes(['1', '2'])
  })
})

describe('a phone', () => {
  const asking = {
    template: `<button open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="allowed" onError="refused">验证</button>`,
    script: `Page({
      onLoad: function () { this.allowed() },
      refused: function (e) { note(e.detail.errorMessage) },
      allowed: function () {
        my.getPhoneNumber({
          success: function (r) { note(r.response) },
          fail: function (why) { note(why.error) },
        })
      },
    })`,
  }

  it('is told, sealed, to whoever has asked for it by the tag', async () => {
    const { page, notes } = await open('alipay', { pages: { 'pages/a/index': asking } }, (page) =>
      page.route('**/sandbox/identity/phone-code', (route) => route.fulfill({ json: { code: 'sealed' } })),
    )
    await notes(['40003'])
    await page.getByText('验证').tap()
    await page.getByText('不允许').tap()
    await notes(['用户取消授权'])
    await page.getByText('验证').tap()
    await page.getByText('允许', { exact: true }).tap()
    await notes(['sealed'])
  })
})
