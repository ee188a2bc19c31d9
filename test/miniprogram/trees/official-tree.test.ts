import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileTrees } from './official-tree'
import { outline } from './tree'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function compile(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-templates-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return compileTrees(folder)
}

const program = compile({
  'base.wxml': '<template name="tag"><view id="{{i.id}}" class="a {{i.c}}" bindtap="eh"/></template>',
  'page.wxml': `<import src="base.wxml"/><wxs module="m" src="m.wxs"/>
<template is="{{m.name(i)}}" data="{{i:i}}" wx:for="{{list}}" wx:for-item="i" wx:key="id"/>
<text space="{{space}}" decode="{{false}}">共 {{list.length}} 件</text><comp i="{{list[0]}}"/>`,
  'comp.wxml': '<view id="inside" class="{{i.c}}"/>',
  'm.wxs': "module.exports = { name: function (i) { return i.lost ? 'none' : 'tag' } }",
})
const draw = (list: readonly object[]) => {
  if (program.state !== 'ready') throw new Error(program.message)
  return outline(program.draw({ route: 'page', data: { list } }))
}
const itIfOfficial = program.state === 'ready' ? it : it.skip

itIfOfficial('draws lists, templates, scripts and the component as WeChat compiles them', () => {
  expect(draw([{ id: 'x', c: 'b' }, { id: 'y' }])).toEqual([
    'wx-view #x .a .b',
    'wx-view #y .a',
    'wx-text decode=false',
    '  "共 2 件"',
    'wx-view #inside .b',
  ])
})

itIfOfficial('does not go on over a template that is missing, as the program itself does', () => {
  expect(() => draw([{ id: 'x', lost: true }])).toThrow('Template `none` not found')
})

itIfOfficial('throws the words of the compiler when it refuses a template', () => {
  expect(() => compile({ 'page.wxml': '<view>' })).toThrow('end tag missing')
})
