export const isProduction = process.env.NODE_ENV === 'production'

export const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module',
    generateScopedName: isProduction ? '[hash:base64:6]' : '[name]__[local]___[hash:base64:5]',
  },
} as const
