import type { FrameLocator, Locator, Page } from 'playwright-core'

/** Waits until the picture moves; returns how far the video has got, in seconds. */
export async function watchVideo(page: Page): Promise<number> {
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2)
  return page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
}

export async function say(page: Page, text: string): Promise<void> {
  const input = page.getByRole('textbox', { name: '说点什么…' })
  await input.fill(text)
  await input.press('Enter')
}

export const openShelf = (page: Page): Promise<void> => page.getByLabel(/^货架，/).tap()

/** From the shelf to the sheet that sells `product`. */
export async function chooseOnShelf(page: Page, product: string): Promise<void> {
  await openShelf(page)
  await page.getByRole('dialog').getByLabel(`购买 ${product}`).tap()
}

export const cashierOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="收银台"]')

/** Orders what is chosen; resolves when the wallet's cashier has come up. */
export async function submitOrder(page: Page): Promise<Locator> {
  await page.getByText('提交订单').tap()
  const approve = cashierOf(page).getByText('确认支付')
  await approve.waitFor()
  return approve
}

export async function payForChoice(page: Page): Promise<void> {
  const approve = await submitOrder(page)
  await approve.tap()
  await page.getByText('付款成功').waitFor()
}
