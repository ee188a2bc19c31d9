/**
 * First load is the framework plus one page. Players and the chat SDK are reached only by dynamic import,
 * so `initial` on the framework groups keeps them out of the first load whatever they share with it.
 */
const cacheGroups = {
  default: false,
  defaultVendors: false,
  react: {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|react-reconciler|scheduler|zustand|use-sync-external-store)[\\/]/,
    chunks: 'initial',
    priority: 30,
    enforce: true,
  },
  taro: {
    name: 'taro',
    test: /node_modules[\\/](@tarojs|@stencil|history|query-string|core-js)[\\/]/,
    chunks: 'initial',
    priority: 20,
    enforce: true,
  },
  shared: {
    name: 'shared',
    test: /[\\/]src[\\/]|node_modules[\\/]valibot[\\/]/,
    minChunks: 2,
    chunks: 'async',
    priority: 10,
    enforce: true,
  },
} as const

export const h5Chunks = { chunks: 'all', cacheGroups } as const
