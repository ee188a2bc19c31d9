import { strToU8, zipSync } from 'fflate'
import { unzip } from './unzip'

const LARGE = 1_000_000
const files = { 'a.csv': strToU8('甲'.repeat(500)), 'b.csv': strToU8('乙'), 'empty.csv': strToU8('') }
const archive = (level: 0 | 6 = 6): Buffer => Buffer.from(zipSync(files, { level }))
const damaged = { ok: false, error: { code: 'unknown', cause: new Error('Archive is damaged') } }

/** The archive with one byte of its directory set, `offset` bytes into the first entry. */
function withEntryByte(offset: number, value: number): Buffer {
  const changed = archive()
  changed[changed.indexOf('504b0102', 0, 'hex') + offset] = value
  return changed
}

describe('an archive', () => {
  it.each([0, 6] as const)('packed at level %d gives its files in order', (level) => {
    const read = unzip(archive(level), LARGE)
    expect(read.ok && read.value.map((file) => file.toString())).toEqual(['甲'.repeat(500), '乙', ''])
  })

  it('may end in a comment', () => {
    const commented = Buffer.concat([archive(), Buffer.from('made by the wallet')])
    expect(unzip(commented, LARGE)).toMatchObject({ ok: true })
  })

  it('that unpacks to more than agreed is left alone', () => {
    expect(unzip(archive(), 1_500)).toMatchObject({ error: { cause: new Error('Archive is too large') } })
    expect(unzip(archive(), 1_503)).toMatchObject({ ok: true })
  })

  it('with any bit of a file changed is damaged', () => {
    const stored = archive(0)
    stored.writeUInt8(0xff, stored.indexOf('甲'))
    expect(unzip(stored, LARGE)).toEqual(damaged)
  })

  it('whose file is larger than it says is damaged', () => {
    expect(unzip(withEntryByte(24, 1), LARGE)).toEqual(damaged)
  })

  it.each([
    ['cut short', archive().subarray(0, -30)],
    ['without its beginning', archive().subarray(30)],
    ['empty', Buffer.alloc(0)],
    ['a text', Buffer.from('<html>502 Bad Gateway</html>')],
    ['nothing but ends', Buffer.from('504b0506'.repeat(30), 'hex')],
    ['encrypted', withEntryByte(8, 1)],
    ['packed in another way', withEntryByte(10, 12)],
    ['without the file it lists', withEntryByte(42, 7)],
  ])('that is %s is damaged', (_, file) => {
    expect(unzip(file, LARGE)).toEqual(damaged)
  })
})
