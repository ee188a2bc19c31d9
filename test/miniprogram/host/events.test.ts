import type { Page } from 'playwright-core'
import type { MiniTarget } from '../bundle'
import { setHost } from '../fixture/set-host'

const open = setHost()

const words = {
  weapp: { tap: 'bindtap', caught: 'catchtap', press: 'bindlongpress', scroll: 'bindscroll' },
  alipay: { tap: 'onTap', caught: 'catchTap', press: 'onLongTap', scroll: 'onScroll' },
} as const

describe.each(['weapp', 'alipay'] as const satisfies readonly MiniTarget[])('an event in %s', (target) => {
  const { tap, caught, press } = words[target]
  const openPage = (template: string, script: string) =>
    open(target, { pages: { 'pages/a/index': { template, script } } })

  it('goes from the innermost element outwards, until one catches it', async () => {
    const { page, notes } = await openPage(
      `<view ${tap}="outer"><view ${caught}="middle"><view ${tap}="inner"><text>里</text></view></view><text>外</text></view>`,
      `Page({
        outer: function () { note('outer') },
        middle: function () { note('middle') },
        inner: function () { note('inner') },
      })`,
    )
    await page.getByText('里').tap()
    await notes(['inner', 'middle'])
    await page.getByText('外').tap()
    await notes(['outer'])
  })

  it('says who was tapped and who is listening, in plain data', async () => {
    const { page, notes } = await openPage(
      `<view id="outer" data-room-id="7" ${tap}="tapped"><text id="inner" data-kind="word">里</text></view>`,
      `Page({
        tapped: function (e) {
          note([e.type, e.target.id, e.currentTarget.id, e.currentTarget.dataset.roomId, typeof e.detail.x])
          note(JSON.parse(JSON.stringify(e)).currentTarget.dataset)
          note(e.touches.length + ' ' + typeof e.touches[0].pageX)
        },
      })`,
    )
    await page.getByText('里').tap()
    await notes(['["tap","inner","outer","7","number"]', '{"roomId":"7"}', '1 number'])
  })

  it('is a long press when the finger stays, and none when it does not', async () => {
    const { page, notes } = await openPage(
      `<view style="height:100px" ${press}="pressed"><text>按</text></view><text ${tap}="done">毕</text>`,
      `Page({ pressed: function (e) { note(e.type) }, done: function () { note('done') } })`,
    )
    await page.getByText('按').tap()
    await page.getByText('毕').tap()
    await notes(['done'])
    await hold(page, 700)
    await notes([target === 'weapp' ? 'longpress' : 'longTap'])
  })

  it('that the page has no method for is a problem', async () => {
    const { page, expectProblem } = await openPage(`<view ${tap}="gone"><text>里</text></view>`, 'Page({})')
    await page.getByText('里').tap()
    await expectProblem(/pages\/a\/index.*gone/)
  })
})

it("says where a tap came from as Alipay does: the listener's data, and the tapped one's beside it", async () => {
  const { page, notes } = await open('alipay', {
    pages: {
      'pages/a/index': {
        template: '<view data-hi="outer" onTap="tapped"><text data-hi="inner">里</text></view>',
        script: 'Page({ tapped: function (e) { note([e.target.dataset.hi, e.target.targetDataset.hi]) } })',
      },
    },
  })
  await page.getByText('里').tap()
  await notes(['["outer","inner"]'])
})

it('calls events in Alipay by the names that its templates give', async () => {
  const { page, notes } = await open('alipay', {
    pages: {
      'pages/a/index': {
        template: `<scroll-view id="list" scroll-y style="height:50px" lower-threshold="10" onScrollToLower="told">
          <view style="height:200px">a</view></scroll-view>`,
        script: 'Page({ told: function (e) { note(e.type) } })',
      },
    },
  })
  await page.locator('wx-scroll-view').evaluate((list) => {
    list.scrollTop = 150
  })
  await notes(['scrollToLower'])
})

/** A finger on the screen, as the browser's own protocol plays it. */
async function hold(page: Page, ms: number): Promise<void> {
  const box = await page.getByText('按').boundingBox()
  if (box === null) throw new Error('nothing to press')
  const session = await page.context().newCDPSession(page)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await page.waitForTimeout(ms)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
