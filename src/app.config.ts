const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `ui/assets/tab-${page === 'feed' ? 'live' : page}.png`,
  selectedIconPath: `ui/assets/tab-${page === 'feed' ? 'live' : page}-on.png`,
})

export default defineAppConfig({
  pages: ['pages/feed/index', 'pages/orders/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/live', pages: ['room/index'] },
    { root: 'packages/trade', pages: ['order/index', 'addresses/index'] },
    {
      root: 'packages/studio',
      pages: ['home/index', 'console/index', 'import/index', 'stream/index', 'plan/index'],
    },
  ],
  preloadRule: { 'pages/feed/index': { network: 'all', packages: ['packages/live'] } },
  lazyCodeLoading: 'requiredComponents',
  ...(process.env.TARO_ENV === 'weapp' ? { sitemapLocation: 'sitemap.json' } : {}),
  tabBar: {
    color: '#8a8f99',
    selectedColor: '#f4364c',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [tab('feed', '直播'), tab('orders', '订单'), tab('me', '我的')],
  },
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f5f6f8',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTitleText: '同场',
    navigationBarTextStyle: 'black',
  },
})
