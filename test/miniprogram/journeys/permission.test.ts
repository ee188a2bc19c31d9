import { readFileSync } from 'node:fs'
import { inProject } from '../../../config/paths'
import { merchantIdOf } from '../../../local/seed/seed-ids'
import { orchard } from '../../journeys/seeded'
import { setStage } from '../../journeys/stage'

const stage = setStage()
jest.setTimeout(120_000)

const keepers = [
  { target: 'weapp', as: 'host-orchard' },
  { target: 'alipay', as: 'assistant-orchard' },
] as const

it.each(keepers)(
  'leads a merchant in $target who refused the album to the settings and back',
  async (keeper) => {
    const mini = await stage().openMini({
      ...keeper,
      launch: { path: 'packages/studio/plan/index', query: { merchant: merchantIdOf(orchard) } },
    })
    const { page } = mini
    const cover = page.getByText('上传图片').first()
    await cover.waitFor()
    await mini.deny('chooseImage')
    await cover.tap()
    await page.getByText(/没有照片权限/).waitFor()
    await stage().shoot(page, `mini-${keeper.target}-denied`)
    await page.getByText('去设置').tap()
    await page.getByText(/没有照片权限/).waitFor({ state: 'detached' })
    const base64 = readFileSync(inProject('local/seed/media/orchard/cover.jpg')).toString('base64')
    await mini.pick([{ name: 'cover.jpg', base64 }])
    await cover.tap()
    await page.getByText('不用封面').first().waitFor()
  },
)
