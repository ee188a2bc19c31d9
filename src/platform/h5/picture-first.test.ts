import { beginPicture, pictureShown } from './picture-first'

describe('what waits for the picture', () => {
  let isThrough: boolean
  const wait = (): void => {
    isThrough = false
    void pictureShown().then(() => (isThrough = true))
  }
  const settle = () => jest.advanceTimersByTimeAsync(0)

  beforeEach(() => jest.useFakeTimers())
  afterEach(async () => {
    await jest.advanceTimersByTimeAsync(3000)
    jest.useRealTimers()
  })

  it('does not wait when nothing is about to play', async () => {
    wait()
    await settle()
    expect(isThrough).toBe(true)
  })

  it('waits until the last player shows one', async () => {
    const [endOne, endOther] = [beginPicture(), beginPicture()]
    wait()
    endOne()
    await settle()
    expect(isThrough).toBe(false)
    endOther()
    await settle()
    expect(isThrough).toBe(true)
  })

  it('waits for a player that begins meanwhile, too', async () => {
    const endOne = beginPicture()
    wait()
    const endOther = beginPicture()
    endOne()
    await settle()
    expect(isThrough).toBe(false)
    endOther()
    await settle()
    expect(isThrough).toBe(true)
  })

  it('waits three seconds at most', async () => {
    beginPicture()
    wait()
    await jest.advanceTimersByTimeAsync(2999)
    expect(isThrough).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    expect(isThrough).toBe(true)
  })
})
