import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { inProject } from '../../config/paths'
import { findFfmpeg } from '../tools/find-tools'
import { ApiClient } from './api-client'
import { clothing, clothingRoom, orchard, orchardLive, roomPage } from './seeded'
import { merchantIdOf } from '../../local/seed/seed-ids'
import { chooseOnShelf, payForChoice, watchVideo } from './shopping'
import { setStage } from './stage'

const stage = setStage()
jest.setTimeout(180_000)

const IMPORT = `/packages/shop/import/index?merchant=${merchantIdOf(orchard)}`
const GOOD = `商品名称,规格,价格,库存,图片
冰糖橙,3 斤,25.80,40,orange.jpg
冰糖橙,5 斤,39.90,30,orange.jpg
红心柚,2 个,¥35,20,orange.jpg
`
const BAD = GOOD.replace('39.90', '39.901').replace(',20,', ',-1,')

async function pickFile(page: Page, button: string, files: string | readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText(button).first().click(),
  ])
  await chooser.setFiles(typeof files === 'string' ? files : [...files])
}

describe('a merchant', () => {
  it('imports products from a spreadsheet, all of them or none', async () => {
    const set = stage()
    const api = await ApiClient.as(set.url, 'host-orchard')
    const countProducts = async () =>
      (await api.ask<'shelf', 'list-products'>('shelf/list-products', { merchantId: merchantIdOf(orchard) }))
        .products.length
    const before = await countProducts()
    const [bad, good, picture] = ['bad.csv', 'good.csv', 'orange.jpg'].map((name) =>
      path.join(set.product.dataDir, name),
    ) as [string, string, string]
    writeFileSync(bad, BAD)
    writeFileSync(good, GOOD)
    const page = await set.open({ as: 'host-orchard', at: IMPORT, size: 'desktop' })

    await pickFile(page, '选择 CSV 文件', bad)
    await page.getByText('第 3 行').first().waitFor()
    await page.getByText('不是价格，请写成 12.50 这样').first().waitFor()
    await page.getByText('没有上传这个文件名的图片').first().waitFor()
    await set.shoot(page, 'import-problems')
    expect(await countProducts()).toBe(before)

    writeFileSync(picture, await picturesOfTheShop())
    await pickFile(page, '上传图片文件', picture)
    await page.getByText('已上传 1 张图片').waitFor()
    await pickFile(page, '选择 CSV 文件', good)
    await page.getByText('导入 2 件商品').click()
    await page.getByText('已导入 2 件商品').first().waitFor()
    await set.shoot(page, 'import-done')
    expect(await countProducts()).toBe(before + 2)
  })

  it('goes live with a picture pushed by RTMP, which viewers see instead of the loop', async () => {
    const set = stage()
    const api = await ApiClient.as(set.url, 'host-clothing')
    const console_ = await set.open({
      as: 'host-clothing',
      at: `/packages/studio/console/index?id=${clothingRoom}`,
      size: 'desktop',
    })
    await console_.getByText('开始直播').first().click()
    await console_.getByRole('dialog').getByText('开始直播').click()
    await console_.getByText('直播中').first().waitFor()
    const viewer = await set.open({ as: 'alipay-sun', at: roomPage(clothingRoom) })
    await watchVideo(viewer)

    const address = await api.ask<'rooms', 'push-address'>('rooms/push-address', { roomId: clothingRoom })
    const streamPage = await set.open({
      as: 'host-clothing',
      at: `/packages/studio/stream/index?id=${clothingRoom}`,
      size: 'desktop',
    })
    await streamPage.getByText(address.server).first().waitFor()
    await set.shoot(streamPage, 'stream-address')
    const push = pushTestPicture(`${address.server}/${address.key}`)
    await viewer.waitForFunction(() => document.querySelector('video')?.videoWidth === 640)
    await watchVideo(viewer)
    await set.shoot(viewer, 'room-pushed')
    push.kill('SIGINT')
    await viewer.waitForFunction(() => document.querySelector('video')?.videoWidth === 540)
    expect(await viewer.getByText('主播离开一下').count()).toBe(0)
  })

  it('sees who shared the room that an order came through', async () => {
    const set = stage()
    const sharer = await set.open({ as: 'wechat-lin' })
    const cardIsReady = sharer.waitForResponse((reply) => reply.url().endsWith('/api/rooms/share'))
    await sharer.getByText('脐橙开园第一车').first().click()
    await cardIsReady
    await sharer.getByLabel('分享').click()
    await sharer.getByText('发给朋友').click()
    await sharer.getByText('链接已复制，发给朋友吧').last().waitFor()
    const link = await sharer.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/r\/r_orchard0live0{8}\?t=/)

    const friend = await set.open({ as: 'alipay-wu' })
    await friend.goto(link)
    await chooseOnShelf(friend, '突尼斯软籽石榴')
    await payForChoice(friend)
    const host = await set.open({
      as: 'host-orchard',
      at: `/packages/studio/console/index?id=${orchardLive}`,
      size: 'desktop',
    })
    await host.getByText('分享人 林小满 · 来自微信').waitFor()
  })

  it('sells through a damaged share link all the same', async () => {
    const set = stage()
    const friend = await set.open({ as: 'alipay-zheng' })
    await friend.goto(`${set.url}/r/${orchardLive}?t=forged`)
    await chooseOnShelf(friend, '突尼斯软籽石榴')
    await payForChoice(friend)
    const api = await ApiClient.as(set.url, 'host-orchard')
    const { orders } = await api.ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', {
      merchantId: merchantIdOf(orchard),
    })
    expect(orders.find(({ buyerName }) => buyerName === '郑好遇见你')?.sharedBy).toBeNull()
  })
})

async function picturesOfTheShop(): Promise<Uint8Array> {
  const reply = await fetch(`${stage().url}/seed/${clothing.folder}/logo.jpg`)
  return new Uint8Array(await reply.arrayBuffer())
}

/** What a merchant's ffmpeg does: a test picture of 640 × 360 with a tone. */
function pushTestPicture(url: string): ChildProcess {
  const input = ['-re', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25', '-f', 'lavfi', '-i', 'sine=r=48000']
  const video = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p']
  const output = ['-c:a', 'aac', '-ac', '2', '-f', 'flv', url]
  return spawn(findFfmpeg() ?? 'ffmpeg', ['-v', 'error', ...input, ...video, ...output], {
    cwd: inProject(),
    stdio: 'ignore',
  })
}
