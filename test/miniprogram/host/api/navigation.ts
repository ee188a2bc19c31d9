import type { Api, HostParts } from '../world'
import { text, type MakePlayable } from './playable'

export function navigationApi({ stack, bars }: HostParts, playable: MakePlayable): Api {
  const title = playable('setNavigationBarTitle', (options) => {
    const page = stack.top()
    if (page !== undefined && typeof options.title === 'string') bars.setTitle(page.frame, options.title)
  })
  return {
    navigateTo: playable('navigateTo', (options) => {
      stack.navigateTo(text(options, 'url'))
    }),
    redirectTo: playable('redirectTo', (options) => {
      stack.redirectTo(text(options, 'url'))
    }),
    reLaunch: playable('reLaunch', (options) => {
      stack.reLaunch(text(options, 'url'))
    }),
    switchTab: playable('switchTab', (options) => {
      stack.switchTab(text(options, 'url'))
    }),
    navigateBack: playable('navigateBack', ({ delta }) => {
      stack.back(typeof delta === 'number' ? delta : 1)
    }),
    setNavigationBarTitle: title,
    setNavigationBar: title,
    setTabBarItem: playable('setTabBarItem', ({ index, text: words }) => {
      if (typeof index === 'number' && typeof words === 'string') bars.setTab(index, { text: words })
    }),
    startPullDownRefresh: playable('startPullDownRefresh', () => {
      stack.call('onPullDownRefresh')
    }),
    stopPullDownRefresh: playable('stopPullDownRefresh', () => undefined),
    createSelectorQuery: () => stack.top()?.instance.createSelectorQuery(),
  }
}
