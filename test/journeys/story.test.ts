import { chooseOnShelf, cashierOf, openShelf, payForChoice, say, submitOrder, watchVideo } from './shopping'
import { orchardLive, roomPage } from './seeded'
import { setStage } from './stage'

const stage = setStage()
const GRAPES = '阳光玫瑰葡萄 尾货清园'
const APPLES = '阿克苏冰糖心苹果'
const CONSOLE = `/packages/studio/console/index?id=${orchardLive}`

jest.setTimeout(180_000)

describe('one show in two super-apps', () => {
  it('plays, talks, explains and sells the last units to whoever is first, wallet by wallet', async () => {
    const { shoot } = bind(stage())
    const lin = await stage().open({ as: 'wechat-lin' })
    await lin.getByText('脐橙开园第一车').first().waitFor()
    await shoot(lin, 'feed')
    await lin.getByText('脐橙开园第一车').first().click()
    const wang = await stage().open({ as: 'alipay-wang', at: roomPage(orchardLive) })
    await Promise.all([watchVideo(lin), watchVideo(wang)])
    await Promise.all([lin, wang].map((page) => page.getByText('2 人在看').waitFor()))

    await say(lin, '橙子甜吗？<b>真的</b>')
    await wang.getByText('橙子甜吗？<b>真的</b>').first().waitFor()
    await say(wang, '上次买的很甜')
    await lin.getByText('上次买的很甜').first().waitFor()
    await shoot(lin, 'room-chat')

    const host = await stage().open({ as: 'host-orchard', at: CONSOLE, size: 'desktop' })
    await host.getByLabel(`讲解 ${APPLES}`).click()
    const cards = [lin, wang].map((page) => page.getByLabel(`购买 ${APPLES}`).first())
    await Promise.all(cards.map((card) => card.waitFor()))
    await shoot(wang, 'room-explaining')
    await shoot(host, 'console-explaining')
    const late = await stage().open({ as: 'wechat-he', at: roomPage(orchardLive) })
    await late.getByLabel(`购买 ${APPLES}`).first().waitFor()

    await chooseOnShelf(lin, GRAPES)
    await shoot(lin, 'checkout')
    await payForChoice(lin)
    await shoot(lin, 'paid-wechat')
    await chooseOnShelf(wang, GRAPES)
    const approve = await submitOrder(wang)
    await shoot(wang, 'cashier-alipay')
    await approve.click()
    await wang.getByText('付款成功').waitFor()

    await openShelf(late)
    await late.getByText(GRAPES).first().scrollIntoViewIfNeeded()
    await expectSoldOut(late)
    await shoot(late, 'shelf-sold-out')

    await host.getByText('林小满').first().waitFor()
    await host.getByText('王大力').first().waitFor()
    await shoot(host, 'console-orders')
    await lin.getByText('查看订单').click()
    await lin.getByText('已付款').first().waitFor()
    await shoot(lin, 'order-paid')
  })

  it('keeps an order that was not paid, for 15 minutes, to be paid later', async () => {
    const { shoot } = bind(stage())
    const tang = await stage().open({ as: 'wechat-tang', at: roomPage(orchardLive) })
    await chooseOnShelf(tang, APPLES)
    await submitOrder(tang)
    await shoot(tang, 'cashier-wechat')
    await cashierOf(tang).getByText('取消支付').click()
    await tang.getByText('还没有付款').first().waitFor()
    await shoot(tang, 'payment-cancelled')
    const orders = await stage().open({ as: 'wechat-tang', at: '/pages/orders/index' })
    await orders.getByText(/^付款 1\d:\d\d$/).click()
    await cashierOf(orders).getByText('确认支付').click()
    await orders.getByText('付款成功').first().waitFor()
    await shoot(orders, 'orders')
  })

  it('goes on asking when the wallet never answers, and never charges twice', async () => {
    const { shoot } = bind(stage())
    const xu = await stage().open({ as: 'wechat-xu', at: roomPage(orchardLive) })
    await chooseOnShelf(xu, APPLES)
    await submitOrder(xu)
    await cashierOf(xu).getByText('不作回应').click()
    await xu.getByText('正在确认付款结果').first().waitFor()
    await shoot(xu, 'payment-checking')
  })
})

const bind = (set: ReturnType<typeof stage>) => ({ shoot: set.shoot.bind(set) })

async function expectSoldOut(page: Awaited<ReturnType<ReturnType<typeof stage>['open']>>): Promise<void> {
  await page.getByText('已抢光').first().waitFor()
}
