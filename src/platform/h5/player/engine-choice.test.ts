import { EngineChoice } from './engine-choice'

describe('EngineChoice', () => {
  it('turns to HLS after FLV failed three times, and back after HLS failed once', () => {
    const choice = new EngineChoice(['flv', 'hls'])
    const used = Array.from({ length: 8 }, () => {
      const { kind } = choice
      choice.miss()
      return kind
    })
    expect(used).toEqual(['flv', 'flv', 'flv', 'hls', 'flv', 'flv', 'flv', 'hls'])
  })

  it.each(['flv', 'hls'] as const)('never gives up %s once it has shown a picture', (kind) => {
    const choice = new EngineChoice(['flv', 'hls'])
    while (choice.kind !== kind) choice.miss()
    choice.prove()
    for (let i = 0; i < 10; i++) choice.miss()
    expect(choice.kind).toBe(kind)
  })

  it('stays with the only one, and has none where none runs', () => {
    const native = new EngineChoice(['native'])
    native.miss()
    expect(native.kind).toBe('native')
    const none = new EngineChoice([])
    none.miss()
    expect(none.kind).toBeUndefined()
  })
})
