import { comparable } from './across-hosts'
import { outline, type Drawn, type DrawnElement } from './tree'

const element = (tag: string, more: Partial<DrawnElement> = {}): DrawnElement => ({
  tag: `wx-${tag}`,
  id: '',
  classes: [],
  properties: {},
  children: [],
  ...more,
})
const differs = (weapp: readonly Drawn[], alipay: readonly Drawn[]): boolean => {
  const both = comparable(weapp, alipay)
  return both.weapp.join('\n') !== both.alipay.join('\n')
}

it('writes a tree as lines, classes and properties in one order', () => {
  const button = element('button', {
    id: 'go',
    classes: ['b', 'a'],
    properties: { size: 'mini', disabled: false },
  })
  expect(outline([element('view', { children: [button, '去'] })])).toEqual([
    'wx-view',
    '  wx-button #go .a .b disabled=false size="mini"',
    '  "去"',
  ])
})

it.each([
  ['a tag', element('view'), element('text')],
  ['a class', element('view', { classes: ['a'] }), element('view', { classes: ['a', 'b'] })],
  ['a text', element('text', { children: ['去'] }), element('text', { children: ['来'] })],
  ['a node', element('view', { children: [element('view')] }), element('view')],
  ['a name for screen readers', element('view', { properties: { ariaLabel: '赞' } }), element('view')],
  ['an id that the app gave', element('view', { id: 'list' }), element('view')],
  ['a second way back', element('view'), element('view', { properties: { ariaLabel: '返回' } })],
])('tells two hosts apart by %s', (_, weapp, alipay) => {
  expect(differs([weapp], [alipay])).toBe(true)
})

it.each([
  [
    'players and their addresses',
    element('live-player', { properties: { src: 'a.flv' } }),
    element('video', { properties: { src: 'a.m3u8' } }),
  ],
  ['ids that are counted', element('view', { id: '_A1' }), element('view', { id: '_B2' })],
  [
    "the word for a screen reader's role",
    element('view', { properties: { ariaRole: 'button' } }),
    element('view', { properties: { role: 'button' } }),
  ],
  ['switches that one host has', element('view', { properties: { clip: true } }), element('view')],
  [
    'the way back of a row',
    element('view', {
      classes: ['row'],
      children: [element('view', { properties: { ariaLabel: '返回' } }), '云岭果园'],
    }),
    element('view', { classes: ['row', 'alone'], children: ['云岭果园'] }),
  ],
])('takes two hosts for the same whatever %s', (_, weapp, alipay) => {
  expect(differs([weapp], [alipay])).toBe(false)
})
