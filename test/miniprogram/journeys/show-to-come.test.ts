import jsQR from 'jsqr'
import * as v from 'valibot'
import { HOUR } from '@/domain/time'
import { merchantIdOf, productIdOf } from '../../../local/seed/seed-ids'
import { ApiClient } from '../../journeys/api-client'
import { orchard, orchardLive } from '../../journeys/seeded'
import { setStage } from '../../journeys/stage'
import type { Mini } from '../stage/mini'
import { viewers } from './people'
import { roomLaunch } from './way'

const stage = setStage()
jest.setTimeout(180_000)

const inbox = v.object({
  messages: v.array(
    v.object({
      to: v.nullable(v.string()),
      page: v.string(),
      data: v.record(v.string(), v.object({ value: v.string() })),
    }),
  ),
})
const card = v.object({ title: v.string(), path: v.string(), imageUrl: v.string() })

async function inboxOf(persona: string) {
  const reply = await fetch(`${stage().url}/sandbox/inbox?as=${persona}`)
  return v.parse(inbox, await reply.json()).messages
}

/** What a camera reads in the last picture of the album. */
async function readPoster(mini: Mini): Promise<string | undefined> {
  const picture = (await mini.album()).at(-1) ?? ''
  const { width, height, grey } = await mini.page.evaluate(async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
    // one character a pixel: a list of four million numbers takes minutes to cross
    const levels: string[] = []
    for (let at = 1; at < data.length; at += 4) levels.push(String.fromCharCode(data[at] ?? 0))
    return { width: canvas.width, height: canvas.height, grey: btoa(levels.join('')) }
  }, picture)
  const levels = Buffer.from(grey, 'base64')
  const pixels = new Uint8ClampedArray(levels.length * 4).fill(255)
  levels.forEach((level, at) => pixels.fill(level, at * 4, at * 4 + 3))
  return jsQR(pixels, width, height)?.data
}

describe.each(viewers)('$name in $target', ({ target, as }) => {
  it('follows a shop, reserves its next show, and is told once when it starts', async () => {
    const host = await ApiClient.as(stage().url, 'host-orchard')
    const title = `${as} 等的一场`
    const merchantId = merchantIdOf(orchard)
    const { room } = await host.ask<'rooms', 'create'>('rooms/create', {
      merchantId,
      title,
      startsAt: Date.now() + HOUR,
    })
    const mini = await stage().openMini({ target, as, launch: roomLaunch(orchardLive) })
    const { page } = mini
    await page.getByLabel('关注 云岭果园').tap()
    await page.getByText(/已关注，开播时/).waitFor()
    await page.getByLabel(/^查看店铺 云岭果园/).tap()
    await page.getByText(title).waitFor()
    await stage().shoot(page, `mini-${target}-shop`)
    const reserve = page.getByLabel(`预约 ${title}`)
    await reserve.tap()
    await page.getByText('取消', { exact: true }).last().tap()
    await page.getByText(/没有允许通知/).waitFor()
    await page.getByLabel(`取消预约 ${title}`).tap()
    await page.getByText('已取消预约').waitFor()
    await reserve.tap()
    await page.getByText('允许', { exact: true }).tap()
    await page.getByText('预约成功，开播会通知你').waitFor()

    await host.ask('rooms/start', { roomId: room.id })
    let messages = await inboxOf(as)
    for (let look = 0; look < 40 && messages.length === 0; look += 1) {
      await page.waitForTimeout(250)
      messages = await inboxOf(as)
    }
    expect(messages).toHaveLength(1)
    expect(messages[0]?.page).toBe(`packages/live/room/index?id=${room.id}`)
    expect(Object.values(messages[0]?.data ?? {}).map(({ value }) => value)).toContain(title)

    await mini.navigateTo('/packages/trade/followed/index')
    await page.getByLabel('进入 云岭果园 的直播间').waitFor()
    await stage().shoot(page, `mini-${target}-followed`)
    await host.ask('rooms/end', { roomId: room.id })
  })

  it('shares what is explained now, and keeps a poster whose code is read', async () => {
    const host = await ApiClient.as(stage().url, 'host-orchard')
    const productId = productIdOf(orchard, 1)
    await host.ask('shelf/explain', { roomId: orchardLive, productId })
    const mini = await stage().openMini({ target, as, launch: roomLaunch(orchardLive) })
    const { page } = mini
    await page.getByText('讲解中').first().waitFor()
    await page.getByLabel('分享').tap()
    await page.locator('wx-button', { hasText: '发给朋友' }).tap()
    const shared = v.parse(card, await mini.shareCard())
    expect(shared.title).toMatch(/^正在讲解 /)
    expect(shared.path).toContain(`&p=${productId}`)

    const keep = page.getByText('保存海报')
    await mini.deny('saveImageToPhotosAlbum')
    await page.locator('[aria-disabled="false"]', { hasText: '保存海报' }).waitFor()
    await keep.tap()
    await page.getByText(/没有相册权限/).waitFor()
    await page.getByText('去设置').tap()
    await page.getByText(/没有相册权限/).waitFor({ state: 'detached' })
    await keep.tap()
    await page.getByText('海报已保存').waitFor()
    await stage().shoot(page, `mini-${target}-poster`)
    expect(await readPoster(mini)).toContain(`/r/${orchardLive}?t=`)
    await host.ask('shelf/stop-explaining', { roomId: orchardLive })
  })
})

it('opens customer service with what the person was looking at', async () => {
  const mini = await stage().openMini({ target: 'weapp', as: 'wechat-lin', launch: roomLaunch(orchardLive) })
  await mini.page.getByLabel(/^查看店铺 云岭果园/).tap()
  await mini.page.locator('wx-button', { hasText: '联系客服' }).tap()
  await mini.page.getByText('返回小程序').tap()
  expect(await mini.service()).toMatchObject([
    {
      sessionFrom: `${merchantIdOf(orchard)} ${orchardLive}`,
      sendMessagePath: expect.stringContaining(orchardLive),
    },
  ])
})
