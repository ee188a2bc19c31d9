import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { session } from './index'

const test = setUpApplication([session])
const home = { name: '林小满', phone: '13800138000', region: '浙江省 杭州市', detail: '文三路 1 号' }
const save = (actor: Actor, change: object = {}) =>
  test()
    .as(actor)
    .ask('session/save-address', { ...home, ...change })
const list = async (actor: Actor) => (await test().as(actor).ask('session/list-addresses')).addresses

it('makes the first address the default, and later ones only when asked', async () => {
  const viewer = await test().someone()
  const first = await save(viewer)
  const second = await save(viewer, { detail: '文三路 2 号' })
  const third = await save(viewer, { detail: '文三路 3 号', isDefault: true })
  expect([first.isDefault, second.isDefault, third.isDefault]).toEqual([true, false, true])
  expect((await list(viewer)).map((address) => [address.id, address.isDefault])).toEqual([
    [third.id, true],
    [first.id, false],
    [second.id, false],
  ])
})

it('changes an address and keeps it the default', async () => {
  const viewer = await test().someone()
  const { id } = await save(viewer)
  expect(await save(viewer, { id, name: '王大海' })).toEqual({ ...home, id, name: '王大海', isDefault: true })
  expect(await list(viewer)).toHaveLength(1)
})

it('never shows or changes the address of somebody else', async () => {
  const [viewer, stranger] = [await test().someone(), await test().someone()]
  const { id } = await save(viewer)
  expect(
    await test()
      .as(stranger)
      .refusal('session/save-address', { ...home, id }),
  ).toBe('address-not-found id')
  await test().as(stranger).ask('session/remove-address', { id })
  expect(await list(stranger)).toEqual([])
  expect(await list(viewer)).toHaveLength(1)
})

it('hands the default on when it is removed', async () => {
  const viewer = await test().someone()
  const first = await save(viewer)
  test().clock.advance(1)
  const second = await save(viewer)
  await test().as(viewer).ask('session/remove-address', { id: first.id })
  await test().as(viewer).ask('session/remove-address', { id: first.id })
  expect(await list(viewer)).toEqual([{ ...second, isDefault: true }])
})

it('keeps at most twenty', async () => {
  const viewer = await test().someone()
  const saves = Array.from({ length: 22 }, () => test().as(viewer).refusal('session/save-address', home))
  const answers = await Promise.all(saves)
  expect(answers.filter((answer) => answer === 'address-limit')).toHaveLength(2)
  expect((await list(viewer)).filter((address) => address.isDefault)).toHaveLength(1)
})

it.each([
  ['phone', '12345'],
  ['name', ' '],
  ['name', 'x'.repeat(21)],
  ['detail', 'a\u0000b'],
])('refuses an address whose %s is %j', async (field, value) => {
  const viewer = await test().someone()
  expect(
    await test()
      .as(viewer)
      .refusal('session/save-address', { ...home, [field]: value }),
  ).toBe(`invalid-request ${field}`)
})
