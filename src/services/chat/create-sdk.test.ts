import { createSdk } from './create-sdk'

const order: string[] = []
let showPicture: () => void = () => undefined

jest.mock('@/platform', () => ({
  chatProxy: () => undefined,
  pictureShown: () => new Promise<void>((resolve) => (showPicture = resolve)),
}))
jest.mock('tim-js-sdk/index.es.js', () => {
  order.push('loaded')
  return { __esModule: true, default: { create: () => ({ setLogLevel: () => undefined }) } }
})
jest.mock('tim-js-sdk/modules/group-module.js', () => ({ __esModule: true, default: {} }))

it('loads the chat SDK of a browser after the first picture', async () => {
  const sdk = createSdk(1)
  await new Promise(setImmediate)
  order.push('picture')
  showPicture()
  await sdk
  expect(order).toEqual(['picture', 'loaded'])
})
