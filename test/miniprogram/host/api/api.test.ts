import { setHost, type Prepare } from '../../fixture/set-host'

const open = setHost()
const runIn = (target: 'weapp' | 'alipay', code: string, prepare?: Prepare) =>
  open(
    target,
    { pages: { 'pages/a/index': { script: `Page({ onLoad: function () { ${code} } })` } } },
    prepare,
  )
const inWeapp = (code: string, prepare?: Prepare) => runIn('weapp', code, prepare)

describe('an API', () => {
  it('that the host lacks is absent, whoever calls it', async () => {
    const { notes } = await inWeapp(
      'note([typeof wx.tradePay, typeof wx.getAuthCode, typeof wx.inventedToday])',
    )
    await notes(['["undefined","undefined","undefined"]'])
  })

  it('that the host has and this one does not play is there, fails and is a problem', async () => {
    const { notes, expectProblem } = await inWeapp(`
      note(typeof wx.scanCode)
      try { wx.scanCode({}) } catch (error) { note(error.message) }`)
    await notes(['function', 'scanCode:fail not played by the test host'])
    await expectProblem(/wx\.scanCode was called, which the host does not play/)
  })

  it('is known to canIUse by the names of the host', async () => {
    const { notes } = await inWeapp(
      "note([wx.canIUse('requestPayment.object.package'), wx.canIUse('tradePay'), wx.canIUse('live-player')])",
    )
    await notes(['[true,false,true]'])
  })

  it('answers by callbacks where there are some, else by a promise', async () => {
    const { notes } = await inWeapp(`
      wx.getStorage({ key: 'none' }).then(null, function (why) {
        note(why.errMsg)
        note(typeof wx.getStorage({
          key: 'none',
          fail: function (why) { note(why.errMsg) },
          complete: function (why) { note('complete ' + why.errMsg) },
        }))
      })`)
    const refusal = 'getStorage:fail data not found'
    await notes([refusal, 'undefined', refusal, `complete ${refusal}`])
  })

  it('whose callback throws makes the test fail', async () => {
    const { mini, page } = await inWeapp(
      "wx.getNetworkType({ success: function () { throw new Error('lost') } })",
    )
    await page.waitForTimeout(100)
    expect(mini.complaints.join()).toContain('lost')
    mini.forgive(/lost/)
  })
})

describe('storage', () => {
  it('keeps a copy of what was stored', async () => {
    const { notes } = await inWeapp(`
      var kept = { list: [1] }
      wx.setStorageSync('a', kept)
      kept.list.push(2)
      note(wx.getStorageSync('a'))
      note(JSON.stringify(wx.getStorageSync('none')))
      wx.setStorage({ key: 'b', data: 'text' }).then(function () {
        note(wx.getStorageInfoSync().keys)
        wx.removeStorageSync('a')
        note(wx.getStorageInfoSync().keys)
        return wx.getStorage({ key: 'b' })
      }).then(function (r) { note(r.data) })`)
    await notes(['{"list":[1]}', '""', '["a","b"]', '["b"]', 'text'])
  })
})

const answering: Prepare = (page) =>
  page.route('**/api/**', async (route) => {
    const request = route.request()
    const at = new URL(request.url())
    if (at.pathname.endsWith('/gone')) return route.abort()
    if (at.pathname.endsWith('/slow')) return
    await route.fulfill({
      status: at.pathname.endsWith('/missing') ? 404 : 200,
      headers: { 'content-type': 'application/json', 'x-echo': request.headers()['x-sent'] ?? '' },
      body: at.pathname.endsWith('/text')
        ? 'no json'
        : JSON.stringify({ method: request.method(), body: request.postData(), query: at.search }),
    })
  })
const REQUEST = 'var at = "http://127.0.0.1:9/api/";'

describe('request', () => {
  it('sends data as JSON, or in the address when it only asks', async () => {
    const { notes } = await inWeapp(
      `${REQUEST}
      wx.request({ url: at + 'ok', method: 'POST', data: { a: 1 }, header: { 'X-Sent': 'b' } }).then(function (r) {
        note([r.statusCode, r.header['x-echo'], r.data.method, r.data.body])
        return wx.request({ url: at + 'ok', data: { q: '橙 子' } })
      }).then(function (r) { note([r.data.method, decodeURIComponent(r.data.query.replace('+', ' '))]) })`,
      answering,
    )
    await notes([JSON.stringify([200, 'b', 'POST', '{"a":1}']), '["GET","?q=橙 子"]'])
  })

  it('hands over a refusal of the server, and what is no JSON, as they are', async () => {
    const { mini, notes } = await inWeapp(
      `${REQUEST}
      wx.request({ url: at + 'missing' }).then(function (r) {
        note([r.statusCode, r.data.method])
        return wx.request({ url: at + 'text' })
      }).then(function (r) { note(r.data) })`,
      answering,
    )
    await notes(['[404,"GET"]', 'no json'])
    mini.forgive(/404/)
  })

  it('fails without a network, after its time, and when it is called off', async () => {
    const { mini, notes } = await inWeapp(
      `${REQUEST}
      wx.request({ url: at + 'gone' }).then(null, function (why) {
        note(why.errMsg)
        return wx.request({ url: at + 'slow', timeout: 50 })
      }).then(null, function (why) {
        note(why.errMsg)
        wx.request({ url: at + 'slow', fail: function (last) { note(last.errMsg) } }).abort()
      })`,
      answering,
    )
    await notes(['request:fail network error', 'request:fail timeout', 'request:fail abort'])
    mini.forgive(/ERR_FAILED/)
  })
})

describe('a socket in WeChat', () => {
  it('is one of many, each with handlers of its own', async () => {
    const { notes } = await inWeapp(
      `var open = function (name) {
        var task = wx.connectSocket({ url: 'ws://127.0.0.1:9/' + name })
        task.onOpen(function () { task.send({ data: 'hello' }) })
        task.onMessage(function (news) { note(name + ' ' + news.data); task.close({}) })
        task.onClose(function (why) { note(name + ' ' + why.code); if (name === 'one') open('two') })
      }
      open('one')`,
      (page) =>
        page.routeWebSocket('ws://127.0.0.1:9/**', (socket) => {
          socket.onMessage((words) => {
            socket.send(`echo ${String(words)}`)
          })
        }),
    )
    await notes(['one echo hello', 'one 1000', 'two echo hello', 'two 1000'])
  })
})

describe('what the super-app asks and says', () => {
  it('is a dialog that the person answers', async () => {
    const { page, notes } = await inWeapp(`
      wx.showModal({ title: '取消？', content: '库存会放回', confirmText: '是' }).then(function (r) {
        note([r.confirm, r.cancel])
        wx.showToast({ title: '好了' })
      })`)
    await page.getByRole('dialog').getByText('库存会放回').waitFor()
    await page.getByRole('dialog').getByText('是', { exact: true }).click()
    await page.getByRole('status').getByText('好了').waitFor()
    await notes(['[true,false]'])
  })

  it('is news of the network, as long as somebody listens', async () => {
    const { mini, notes } = await inWeapp(`
      var heard = function (news) { note([news.isConnected, news.networkType]); wx.offNetworkStatusChange(heard) }
      wx.onNetworkStatusChange(heard)
      note('listens')`)
    await notes(['listens'])
    await mini.goOffline()
    await notes(['[false,"none"]'])
    await mini.goOffline(false)
    await mini.goOffline()
    await notes([])
  })
})
