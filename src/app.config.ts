const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `ui/assets/tab-${page === 'feed' ? 'live' : page}.png`,
  selectedIconPath: `ui/assets/tab-${page === 'feed' ? 'live' : page}-on.png`,
})

const isWeapp = process.env.TARO_ENV === 'weapp'
/** WeChat takes bar colours from theme.json, one set for light and one for dark; the other hosts take them from here. */
const themed = <T extends string>(name: string, light: T): T => (isWeapp ? (`@${name}` as T) : light)

export default defineAppConfig({
  pages: ['pages/feed/index', 'pages/orders/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/live', pages: ['room/index', 'replay/index'] },
    { root: 'packages/trade', pages: ['order/index', 'refund/index', 'addresses/index', 'followed/index'] },
    // what surrounds a show; the rest of a merchant's work needs no chat SDK and would not fit beside it
    { root: 'packages/studio', pages: ['home/index', 'console/index', 'stream/index', 'plan/index'] },
    {
      root: 'packages/shop',
      pages: [
        'orders/index',
        'order/index',
        'shipping/index',
        'offers/index',
        'import/index',
        'reconciliation/index',
      ],
    },
  ],
  preloadRule: {
    'pages/feed/index': { network: 'all', packages: ['packages/live'] },
    'packages/studio/home/index': { network: 'all', packages: ['packages/shop'] },
  },
  lazyCodeLoading: 'requiredComponents',
  ...(isWeapp ? { sitemapLocation: 'sitemap.json', darkmode: true, themeLocation: 'theme.json' } : {}),
  tabBar: {
    color: themed('tabInk', '#6b7180'),
    selectedColor: themed('brand', '#f5333f'),
    backgroundColor: themed('bar', '#ffffff'),
    borderStyle: themed('barLine', 'white'),
    list: [tab('feed', '直播'), tab('orders', '订单'), tab('me', '我的')],
  },
  window: {
    backgroundTextStyle: themed('pullDots', 'dark'),
    backgroundColor: themed('ground', '#f5f6f8'),
    navigationBarBackgroundColor: themed('ground', '#f5f6f8'),
    navigationBarTitleText: '同场',
    navigationBarTextStyle: themed('barInk', 'black'),
  },
})
