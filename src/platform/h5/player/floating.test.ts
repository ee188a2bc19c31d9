import { floatingOf, isFloating } from './floating'

const define = (target: object, values: object) => {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
}
const aVideo = (values: object) => {
  const video = document.createElement('video')
  define(video, values)
  return video
}

afterEach(() => define(document, { pictureInPictureEnabled: false, pictureInPictureElement: null }))

it('is a small window that a tap opens and closes', () => {
  const asked: string[] = []
  const video = aVideo({ requestPictureInPicture: () => Promise.resolve(asked.push('open')) })
  define(document, {
    pictureInPictureEnabled: true,
    exitPictureInPicture: () => Promise.resolve(asked.push('close')),
  })
  floatingOf(video)?.toggle()
  expect(isFloating(video)).toBe(false)
  define(document, { pictureInPictureElement: video })
  expect(isFloating(video)).toBe(true)
  floatingOf(video)?.toggle()
  expect(asked).toEqual(['open', 'close'])
})

it('lets a refusal pass: the picture is where it was', async () => {
  define(document, { pictureInPictureEnabled: true })
  const refused = Promise.reject(new DOMException('no metadata', 'InvalidStateError'))
  floatingOf(aVideo({ requestPictureInPicture: () => refused }))?.toggle()
  await expect(refused).rejects.toThrow('no metadata')
})

it("goes Safari's own way where there is no other", () => {
  const modes: string[] = []
  const video = aVideo({
    webkitSupportsPresentationMode: (mode: string) => mode === 'picture-in-picture',
    webkitSetPresentationMode: (mode: string) => modes.push(mode),
  })
  floatingOf(video)?.toggle()
  define(video, { webkitPresentationMode: 'picture-in-picture' })
  expect(isFloating(video)).toBe(true)
  floatingOf(video)?.toggle()
  expect(modes).toEqual(['picture-in-picture', 'inline'])
})

it('is not there in a web view without any', () => {
  expect(floatingOf(aVideo({}))).toBeNull()
  expect(floatingOf(aVideo({ webkitSupportsPresentationMode: () => false }))).toBeNull()
})
