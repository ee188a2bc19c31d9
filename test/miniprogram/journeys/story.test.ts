import { setStage } from '../../journeys/stage'
import { chooseOnShelf, openShelf, say, submitOrder, watchVideo } from '../../journeys/shopping'
import { orchard, orchardLive } from '../../journeys/seeded'
import { ApiClient } from '../../journeys/api-client'
import { merchantIdOf, productIdOf } from '../../../local/seed/seed-ids'
import type { Mini } from '../stage/mini'
import { viewers } from './people'

const stage = setStage()
const APPLES = '阿克苏冰糖心苹果'
const apples = productIdOf(orchard, 1)

jest.setTimeout(180_000)

describe('one show in the compiled mini-programs of both super-apps', () => {
  it('plays, talks, explains and sells, from the feed to the paid order and back', async () => {
    const minis = await Promise.all(viewers.map(({ target, as }) => stage().openMini({ target, as })))
    const host = await ApiClient.as(stage().url, 'host-orchard')
    const everybody = async (act: (mini: Mini, index: number) => Promise<unknown>): Promise<void> => {
      await Promise.all(minis.map(act))
    }
    const shoot = (name: string): Promise<void> =>
      everybody((mini) => stage().shoot(mini.page, `mini-${mini.target}-${name}`))

    await everybody(async ({ page }) => {
      await page.getByText('脐橙开园第一车').first().waitFor()
    })
    await shoot('feed')
    await everybody(async ({ page }) => {
      await page.getByText('脐橙开园第一车').first().tap()
      await watchVideo(page)
      await page.getByText('2 人在看').waitFor()
    })

    for (const [index, mini] of minis.entries()) {
      const other = minis[1 - index]
      await say(mini.page, `${viewers[index]?.name ?? ''}来了 <b>1</b>`)
      await other?.page
        .getByText(`${viewers[index]?.name ?? ''}来了 <b>1</b>`)
        .first()
        .waitFor()
    }
    await everybody(({ page }) => page.getByLabel('点赞').tap())
    await everybody(async ({ page }) => {
      await page.getByLabel('点赞').getByText('2', { exact: true }).waitFor()
    })
    await host.ask('shelf/explain', { roomId: orchardLive, productId: apples })
    await everybody(async ({ page }) => {
      await page.getByLabel(`购买 ${APPLES}`).first().waitFor()
    })
    await shoot('room')

    await everybody(async ({ page }) => {
      await openShelf(page)
    })
    await shoot('shelf')
    await everybody(async ({ page }) => {
      await page.getByRole('dialog').getByLabel(`购买 ${APPLES}`).tap()
      await page.getByText('提交订单').waitFor()
    })
    await shoot('checkout')
    for (const mini of minis) {
      const approve = await submitOrder(mini.page)
      await stage().shoot(mini.page, `mini-${mini.target}-cashier`)
      await approve.click()
      await mini.page.getByText('付款成功').waitFor()
    }
    await shoot('paid')
    await everybody(async ({ page }) => {
      await page.getByText('查看订单').tap()
      await page.getByText('已付款').first().waitFor()
    })
    await shoot('order')
    await everybody(async (mini) => {
      expect(await mini.missingNodes()).toEqual([])
      await mini.page.getByLabel('返回').last().tap()
      await watchVideo(mini.page)
      expect(await mini.route()).toBe('packages/live/room/index')
    })
    const { orders } = await host.ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', {
      merchantId: merchantIdOf(orchard),
    })
    expect(orders.map(({ status }) => status)).toEqual(['paid', 'paid'])
  })

  it('meets somebody who comes late with the history and the card that are true now', async () => {
    const { target, as } = viewers[0]
    const [first, late] = [
      await stage().openMini({ target, as, launch: roomOf(orchardLive) }),
      await stage().openMini({ target: 'alipay', as: 'alipay-zhao', launch: roomOf(orchardLive) }),
    ]
    await late.page.getByLabel(`购买 ${APPLES}`).first().waitFor()
    await late.page.getByText('王大力来了 <b>1</b>').first().waitFor()
    await chooseOnShelf(first.page, APPLES)
    await first.page.getByText('提交订单').waitFor()
  })
})

const roomOf = (id: string) => ({ path: 'packages/live/room/index', query: { id } })
