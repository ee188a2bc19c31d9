import { ffmpegCommand, maskedKey, pushUrl } from './push-command'

const address = { server: 'rtmp://push.test/live/', key: 'r_orchard?txSecret=0ab1&txTime=6b05d6da' }

it('joins server and key with one slash', () => {
  expect(pushUrl(address)).toBe('rtmp://push.test/live/r_orchard?txSecret=0ab1&txTime=6b05d6da')
})

it('quotes the address, since a shell would cut it at the ampersand', () => {
  expect(ffmpegCommand(address)).toContain(`-f flv '${pushUrl(address)}'`)
})

it('shows no more of a key than tells two keys apart', () => {
  expect(maskedKey(address.key)).toBe('r_or••••••••d6da')
  expect(maskedKey('secret')).toBe('••••')
})
