import type { Page } from 'playwright-core'

type Point = readonly [x: number, y: number]
const STEPS = 4

/** One finger over the glass, as fast as people swipe. */
export async function swipe(page: Page, [fromX, fromY]: Point, [toX, toY]: Point): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
    devTools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: fromX + (toX - fromX) * part, y: fromY + (toY - fromY) * part }],
    })
  await send('touchStart', 0)
  for (let step = 1; step <= STEPS; step += 1) await send('touchMove', step / STEPS)
  await send('touchEnd', 1)
  await devTools.detach()
}
