import { setStage } from '../../journeys/stage'
import { viewers } from './people'

const stage = setStage()
jest.setTimeout(120_000)

it.each(viewers)('verifies the phone of $name in $target, who says no first', async ({ target, as }) => {
  const mini = await stage().openMini({ target, as, launch: { path: 'pages/me/index' } })
  const { page } = mini
  // the button's touch area lies over its own words
  const verify = page.locator('wx-button', { hasText: '验证手机号' })
  await verify.tap()
  await page.getByText('不允许').tap()
  await page.getByText(/没有得到你的同意/).waitFor()
  await verify.tap()
  await page.getByText('允许', { exact: true }).tap()
  await page.getByText('手机号已验证').waitFor()
  await stage().shoot(page, `mini-${target}-phone`)
})
