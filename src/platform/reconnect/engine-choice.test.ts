import { EngineChoice } from './engine-choice'

const both = [
  { kind: 'flv', tries: 3 },
  { kind: 'hls', tries: 1 },
] as const

describe('EngineChoice', () => {
  it('takes turns, each as often as it may try', () => {
    const choice = new EngineChoice<string>(both)
    const used = Array.from({ length: 8 }, () => {
      const { kind } = choice
      choice.miss()
      return kind
    })
    expect(used).toEqual(['flv', 'flv', 'flv', 'hls', 'flv', 'flv', 'flv', 'hls'])
  })

  it.each(['flv', 'hls'])('never gives up %s once it has shown a picture', (kind) => {
    const choice = new EngineChoice<string>(both)
    while (choice.kind !== kind) choice.miss()
    choice.prove()
    for (let i = 0; i < 10; i++) choice.miss()
    expect(choice.kind).toBe(kind)
  })

  it('stays with the only one, and has none where none runs', () => {
    const native = new EngineChoice([{ kind: 'native', tries: 1 }])
    native.miss()
    expect(native.kind).toBe('native')
    const none = new EngineChoice([])
    none.miss()
    expect(none.kind).toBeUndefined()
  })
})
