import type { NativeParts } from '../../fixture/native-app'
import { setHost, type Prepare } from '../../fixture/set-host'

const open = setHost()
const openPage = async (page: NativeParts, prepare?: Prepare) =>
  open('weapp', { pages: { 'pages/a/index': page } }, prepare)
/** Ids reach the document behind the framework's own prefix. */
const box = (placeholder: string): string => `[placeholder="${placeholder}"] > :is(input, textarea)`
const byId = (id: string): string => `[id$="--${id}"]`

describe('scroll-view', () => {
  it('tells where it was scrolled to, and once that an end is near', async () => {
    const { page, notes } = await openPage({
      template: `<scroll-view id="list" scroll-y style="height:100px" lower-threshold="10" upper-threshold="10"
        bindscroll="scrolled" bindscrolltolower="lower" bindscrolltoupper="upper">
        <view style="height:400px">a</view></scroll-view>`,
      script: `Page({
        scrolled: function (e) { note('at ' + e.detail.scrollTop + ' of ' + e.detail.scrollHeight) },
        lower: function () { note('lower') },
        upper: function () { note('upper') },
      })`,
    })
    const list = page.locator(byId('list'))
    const scrollTo = (top: number) =>
      list.evaluate((element, at) => {
        element.scrollTop = at
      }, top)
    await scrollTo(120)
    await notes(['at 120 of 400'])
    await scrollTo(295)
    await notes(['at 295 of 400', 'lower'])
    await scrollTo(300)
    await notes(['at 300 of 400'])
    await scrollTo(5)
    await notes(['at 5 of 400', 'upper'])
  })

  it('goes where the app sends it, by a distance or to an element', async () => {
    const { page, notes } = await openPage({
      template: `<scroll-view scroll-y style="height:100px" scroll-top="{{top}}" scroll-into-view="{{to}}"
        bindscroll="scrolled"><view style="height:400px">a</view><view id="last" style="height:300px">b</view></scroll-view>
        <button bindtap="far">远</button><button bindtap="last">末</button>`,
      script: `Page({
        data: { top: 0, to: '' },
        far: function () { this.setData({ top: 150 }) },
        last: function () { this.setData({ to: 'last' }) },
        scrolled: function (e) { note(e.detail.scrollTop) },
      })`,
    })
    await page.getByText('远').tap()
    await notes(['150'])
    await page.getByText('末').tap()
    await notes(['400'])
  })
})

describe('slider', () => {
  it('stands where the app says, tells while it moves and once when it is let go', async () => {
    const { page, notes } = await openPage({
      template: `<slider id="bar" value="150" max="{{300}}" step="1"
        bindchanging="changing" bindchange="changed"></slider>`,
      script: `Page({
        changing: function (e) { note('changing ' + e.detail.value) },
        changed: function (e) { note('changed ' + e.detail.value) },
      })`,
    })
    const bar = page.locator(`${byId('bar')} > input`)
    expect(await bar.inputValue()).toBe('150')
    await bar.press('ArrowRight')
    await notes(['changing 151', 'changed 151'])
  })
})

describe('swiper', () => {
  const slides = {
    template: `<swiper id="slides" current="{{at}}" style="height:100px" bindchange="changed">
      <swiper-item>一</swiper-item><swiper-item>二</swiper-item><swiper-item>三</swiper-item></swiper>
      <button bindtap="third">去</button>`,
    script: `Page({
      data: { at: 0 },
      third: function () { this.setData({ at: 2 }) },
      changed: function (e) { note(e.detail.current + ' ' + e.detail.source) },
    })`,
  }

  it('follows a finger, one slide at a time and not beyond the ends', async () => {
    const { page, notes } = await openPage(slides)
    const swipe = async (by: number): Promise<void> => {
      await page.mouse.move(195, 150)
      await page.mouse.down()
      await page.mouse.move(195 + by, 150, { steps: 3 })
      await page.mouse.up()
    }
    await swipe(100)
    await swipe(-100)
    await notes(['1 touch'])
    await swipe(-10)
    await swipe(100)
    await notes(['0 touch'])
  })

  it('goes to the slide that the app names', async () => {
    const { page, notes } = await openPage(slides)
    await page.getByText('去').tap()
    await notes(['2 '])
    await page.getByText('三').waitFor()
  })
})

describe('form', () => {
  const order = {
    template: `<form bindsubmit="submit" bindreset="reset">
      <input name="nick" placeholder="名" /><textarea name="wish" placeholder="愿" />
      <input placeholder="没有名字" />
      <switch name="gift" id="gift" />
      <radio-group name="size"><radio value="s" id="s" /><radio value="m" id="m" checked /></radio-group>
      <checkbox-group name="extras" bindchange="extras"><checkbox value="ice" id="ice" /><checkbox value="mint" id="mint" /></checkbox-group>
      <button form-type="submit" name="go">交</button><button form-type="reset">清</button></form>`,
    script: `Page({
      submit: function (e) { note(e.detail.value) },
      reset: function () { note('reset') },
      extras: function (e) { note(e.detail.value) },
    })`,
  }
  const untouched = { nick: '', wish: '', gift: false, size: 'm', extras: [] }

  it('submits every named field under its name, also those that nobody touched', async () => {
    const { page, notes } = await openPage(order)
    await page.getByText('交').tap()
    await notes([JSON.stringify(untouched)])
    await page.locator(box('名')).fill('Lee')
    await page.locator(box('愿')).fill('一\n二')
    await page.locator(byId('gift')).tap()
    await page.locator(byId('s')).tap()
    await page.locator(byId('mint')).tap()
    await page.locator(byId('ice')).tap()
    await notes(['["mint"]', '["ice","mint"]'])
    await page.getByText('交').tap()
    await notes([
      JSON.stringify({ nick: 'Lee', wish: '一\n二', gift: true, size: 's', extras: ['ice', 'mint'] }),
    ])
  })

  it('is empty after a reset', async () => {
    const { page, notes } = await openPage(order)
    await page.locator(box('愿')).fill('一')
    await page.locator(byId('gift')).tap()
    await page.locator(byId('s')).tap()
    await page.locator(byId('ice')).tap()
    await page.getByText('清').tap()
    await notes(['["ice"]', 'reset'])
    await page.getByText('交').tap()
    await notes([JSON.stringify({ ...untouched, size: '' })])
  })
})

describe('input and textarea', () => {
  const fields = {
    template: `<input placeholder="名" value="{{name}}" maxlength="3" bindinput="typed" bindconfirm="done" bindblur="left" />
      <textarea placeholder="愿" bindinput="typed" bindconfirm="done" /><button bindtap="clear">清</button>`,
    script: `Page({
      data: { name: '' },
      typed: function (e) { note('typed ' + e.detail.value); this.setData({ name: e.detail.value }) },
      done: function (e) { note('done ' + e.detail.value) },
      left: function (e) { note('left ' + e.detail.value) },
      clear: function () { this.setData({ name: '' }) },
    })`,
  }

  it('tell what is typed, how far the length allows, and when it is done', async () => {
    const { page, notes } = await openPage(fields)
    const name = page.locator(box('名'))
    await name.pressSequentially('abcd')
    await notes(['typed a', 'typed ab', 'typed abc'])
    await name.press('Enter')
    await notes(['done abc', 'left abc'])
    await page.locator(box('愿')).fill('一')
    await notes(['typed 一'])
  })

  it('empty a field when the app says so', async () => {
    const { page } = await openPage({
      template:
        '<input placeholder="名" value="{{name}}" bindinput="typed" /><button bindtap="clear">清</button>',
      script: `Page({
        data: { name: '' },
        typed: function (e) { this.setData({ name: e.detail.value }) },
        clear: function () { this.setData({ name: '' }) },
      })`,
    })
    await page.locator(box('名')).fill('abc')
    await page.getByText('清').tap()
    expect(await page.locator(box('名')).inputValue()).toBe('')
  })
})

describe('image', () => {
  it('tells its size, or that there is no picture', async () => {
    const { page, notes } = await openPage({
      template:
        '<image src="{{src}}" bindload="loaded" binderror="failed" /><button bindtap="lose">丢</button>',
      script: `Page({
        data: { src: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' },
        lose: function () { this.setData({ src: 'data:image/gif;base64,AA' }) },
        loaded: function (e) { note(e.detail.width + 'x' + e.detail.height) },
        failed: function (e) { note(typeof e.detail.errMsg) },
      })`,
    })
    await notes(['1x1'])
    await page.getByText('丢').tap()
    await notes(['string'])
  })
})

describe('button', () => {
  it('asks the page for a share card, and says who was tapped', async () => {
    const { page, mini, notes } = await openPage({
      template: '<button id="tell" open-type="share" data-room="1">分享</button>',
      script: `Page({
        onShareAppMessage: function (from) {
          note(from.from + ' ' + from.target.dataset.room)
          return { title: '来看', path: '/pages/a/index?id=1' }
        },
      })`,
    })
    await page.getByText('分享').tap()
    await notes(['button 1'])
    expect(await mini.shareCard()).toEqual({ title: '来看', path: '/pages/a/index?id=1' })
  })

  it('asks the person for their phone, and tells a code or that they said no', async () => {
    const { page, notes } = await openPage(
      {
        template: '<button open-type="getPhoneNumber" bindgetphonenumber="told"><text>验证</text></button>',
        script: "Page({ told: function (e) { note([e.detail.errMsg, e.detail.code || 'none']) } })",
      },
      (page) =>
        page.route('**/sandbox/identity/phone-code', (route) => route.fulfill({ json: { code: 'c1' } })),
    )
    await page.getByText('验证').tap()
    await page.getByText('不允许').tap()
    await notes(['["getPhoneNumber:fail user deny","none"]'])
    await page.getByText('验证').tap()
    await page.getByText('允许', { exact: true }).tap()
    await notes(['["getPhoneNumber:ok","c1"]'])
  })

  it('with an ability that is not played makes the test fail', async () => {
    const { page, notes, expectProblem } = await openPage({
      template: '<button open-type="chooseAvatar" bindtap="tapped"><text>头像</text></button>',
      script: "Page({ tapped: function () { note('tapped') } })",
    })
    await page.getByText('头像').tap()
    await notes(['tapped'])
    await expectProblem(/not played/)
  })

  it('does nothing when it is disabled', async () => {
    const { page, notes } = await openPage({
      template: `<form bindsubmit="tell"><button disabled form-type="submit" open-type="share" bindtap="tell">不</button>
        </form><button bindtap="ok">可</button>`,
      script: `Page({ tell: function () { note('told') }, ok: function () { note('ok') } })`,
    })
    await page.getByText('不').tap({ force: true })
    await page.getByText('可').tap()
    await notes(['ok'])
  })
})

describe('label', () => {
  it('passes a tap on to its control', async () => {
    const { page, notes } = await openPage({
      template: `<label><text>礼</text><switch bindchange="changed" /></label>
        <radio-group bindchange="changed"><label for="m"><text>中</text></label><radio id="m" value="m" /></radio-group>`,
      script: 'Page({ changed: function (e) { note(e.detail.value) } })',
    })
    await page.getByText('礼').tap()
    await notes(['true'])
    await page.getByText('中').tap()
    await notes(['m'])
  })
})
