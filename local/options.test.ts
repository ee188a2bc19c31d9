import { readOptions } from './options'
import { explainStartProblem } from './start-problem'
import { StreamStartError } from './stream/start-error'

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(readOptions({})).toMatchObject({ port: 8080, rtmpPort: 1935, databaseUrl: null })
    expect(readOptions({ PORT: '' }).port).toBe(8080)
  })

  it('come from the environment', () => {
    const options = readOptions({
      PORT: '8090',
      RTMP_PORT: '1936',
      LIVESTALL_DATA: '/data',
      DATABASE_URL: 'postgres://x',
    })
    expect(options).toEqual({ port: 8090, rtmpPort: 1936, dataDir: '/data', databaseUrl: 'postgres://x' })
  })

  it.each(['0', '70000', 'http', '1.5'])('do not take %s for a port', (text) => {
    expect(() => readOptions({ PORT: text })).toThrow('PORT must be a port')
  })
})

describe('a start that failed', () => {
  const options = readOptions({ PORT: '8090', RTMP_PORT: '1936', LIVESTALL_DATA: '/data' })

  it.each([
    [Object.assign(new Error(), { code: 'EADDRINUSE' }), '端口 8090 已被占用'],
    [Object.assign(new Error(), { code: 'data-directory-in-use' }), '数据目录 /data 正被另一个'],
    [new StreamStartError({ code: 'port-taken', port: 1936 }), '推流端口 1936 已被占用'],
  ])('is explained in words: %s', (cause, words) => {
    expect(explainStartProblem(cause, options)).toContain(words)
  })

  it('is a defect when there are no words for it', () => {
    expect(explainStartProblem(new Error('boom'), options)).toBeNull()
    expect(explainStartProblem('boom', options)).toBeNull()
  })
})
