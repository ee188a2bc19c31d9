import { bytesUntil, unpackedCode, type WireRequest } from './wire-bytes'

const aRequest = (path: string, overrides: Partial<WireRequest> = {}): WireRequest => ({
  url: `http://127.0.0.1:8080${path}`,
  encoding: 'gzip',
  headerBytes: 100,
  chunks: [
    { at: 1, bytes: 400 },
    { at: 3, bytes: 500 },
  ],
  finished: { at: 3, bytes: 1000 },
  ...overrides,
})

describe('bytes on the wire', () => {
  it('are told apart by what they are for', () => {
    const requests = [
      '/',
      '/js/app.1.js',
      '/css/app.1.css',
      '/live/r.flv?k=1',
      '/seed/a.jpg',
      '/api/rooms/enter',
    ]
    expect(
      bytesUntil(
        requests.map((path) => aRequest(path)),
        3,
      ),
    ).toEqual({ code: 3000, scripts: 1000, stream: 1000, rest: 2000 })
  })

  it('count what has arrived of a file that is still on its way', () => {
    expect(bytesUntil([aRequest('/js/app.1.js')], 2).scripts).toBe(500)
    expect(bytesUntil([aRequest('/js/app.1.js')], 0.5).scripts).toBe(0)
    expect(bytesUntil([aRequest('/live/r.flv', { finished: null })], 9).stream).toBe(1000)
  })
})

it('names code that was not compressed, unless it is too small to be', () => {
  const plain = { encoding: null, finished: { at: 3, bytes: 9000 } }
  const requests = [
    aRequest('/js/big.js', plain),
    aRequest('/js/small.js', { encoding: null }),
    aRequest('/seed/a.jpg', plain),
  ]
  expect(unpackedCode(requests)).toEqual(['http://127.0.0.1:8080/js/big.js'])
})
