import { readMarkup, readScript } from './markup'

const weapp = (source: string, components: readonly string[] = []) => readMarkup(source, 'weapp', components)
const alipay = (source: string) => readMarkup(source, 'alipay', []).text

describe('readMarkup', () => {
  it('gives built-in tags the prefix that keeps them from being HTML, and no other tag', () => {
    const source = '<view><button>a</button><slot/><block wx:if="{{a}}"/><comp/></view>'
    expect(weapp(source, ['comp']).text).toBe(
      '<wx-view><wx-button>a</wx-button><slot /><block wx:if="{{a}}" /><comp /></wx-view>',
    )
  })

  it('says which tag nobody plays', () => {
    expect(weapp('<map/><comp/>', ['comp']).problems).toEqual([
      '<map> is neither played by the host nor declared',
    ])
  })

  it('lists what a template sets on each built-in tag, and not what every node has', () => {
    const source =
      '<scroll-view scroll-y="{{y}}" lower-threshold="9" class="a" id="b" style="c" data-d="e" bindscroll="f" />' +
      '<scroll-view catchtap="g" capture-bind:tap="h" mark:i="j" wx:key="k" scroll-top="1"/><comp value="1"/>'
    expect(weapp(source, ['comp']).properties).toEqual({
      'wx-scroll-view': ['scrollY', 'lowerThreshold', 'scrollTop'],
    })
  })

  it('reads attributes over several lines, without a value, and with the other quotes and signs in them', () => {
    const source = `<input\n  disabled\n  value='{{a > b ? "1" : "2"}}'\n  placeholder="a/b>c" />`
    expect(weapp(source)).toMatchObject({
      text: `<wx-input\n  disabled\n  value='{{a > b ? "1" : "2"}}'\n  placeholder="a/b>c" />`,
      properties: { 'wx-input': ['disabled', 'value', 'placeholder'] },
    })
  })

  it('leaves comments out, with the tags in them', () => {
    expect(weapp('<!-- <map> -->a<!--\n-->')).toMatchObject({ text: 'a', problems: [] })
  })

  it("spells Alipay's lists, conditions and files as WXML", () => {
    expect(alipay('<view a:for="{{list}}" a:key="id" a:if="{{b}}"/>')).toBe(
      '<wx-view wx:for="{{list}}" wx:key="id" wx:if="{{b}}" />',
    )
    expect(alipay('<import src="./base.axml"/><include src="head.axml"/>')).toBe(
      '<import src="./base.wxml" /><include src="head.wxml" />',
    )
    expect(alipay('<import-sjs name="xs" from="./utils.sjs" />')).toBe(
      '<wxs module="xs" src="./utils.wxs" />',
    )
  })

  it("says where Alipay's template speaks WeChat's language", () => {
    expect(readMarkup('<view wx:if="{{a}}" bindtap="b" />', 'alipay', []).problems).toEqual([
      'wx:if is a word of WeChat',
      'bindtap is a word of WeChat',
    ])
  })

  it("spells Alipay's events in lower case and remembers their names", () => {
    const { text, eventNames, properties } = readMarkup(
      '<view onTap="eh" catchTouchMove="eh"/><scroll-view onScrollToLower="eh"/>',
      'alipay',
      [],
    )
    expect(text).toBe(
      '<wx-view bind:tap="eh" catch:touchmove="eh" /><wx-scroll-view bind:scrolltolower="eh" />',
    )
    expect(eventNames).toMatchObject({ touchmove: 'touchMove', scrolltolower: 'scrollToLower', tap: 'tap' })
    expect(properties).toEqual({})
  })
})

describe('readScript', () => {
  it('spells an ES module as a CommonJS one', () => {
    expect(readScript("import a from './a.sjs';\nexport default { b: a.b }", 'alipay')).toBe(
      "var a = require('./a');\nmodule.exports = { b: a.b }",
    )
  })

  it('names other scripts as the framework does', () => {
    expect(readScript('var a = require("../a.wxs"); module.exports = a', 'weapp')).toBe(
      'var a = require("../a"); module.exports = a',
    )
  })
})
