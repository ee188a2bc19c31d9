const defineTaroConfig = require('@tarojs/test-utils-react/dist/jest.js').default

const moduleNameMapper = {
  '^@/(.*)$': '<rootDir>/src/$1',
  '\\.s?css$': '<rootDir>/test/setup/class-names.ts',
  '\\.(png|jpg|svg)$': '<rootDir>/test/setup/asset.ts',
}
// platform files: the H5 one first, the way Taro resolves them
const moduleFileExtensions = ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'jsx', 'js', 'cjs', 'mjs', 'json', 'node']
const setupFilesAfterEnv = ['<rootDir>/test/setup/console-guard.ts']

const typescript = {
  '^.+\\.(ts|tsx|mjs|cjs|js)$': [
    'babel-jest',
    {
      configFile: false,
      babelrc: false,
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    },
  ],
}

const onNode = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions,
  moduleNameMapper,
  setupFilesAfterEnv,
  transform: typescript,
  // the modular chat SDK is published as ES modules only; the embedded database uses import(), which jest's sandbox
  // refuses unless it is translated
  transformIgnorePatterns: ['/node_modules/(?!(tim-js-sdk|@electric-sql)/)'],
}

const client = defineTaroConfig({
  displayName: 'client',
  rootDir: __dirname,
  testMatch: [
    '<rootDir>/src/{features,ui,pages,packages,platform}/**/*.test.{ts,tsx}',
    '<rootDir>/src/services/**/*.test.tsx',
    '<rootDir>/src/*.test.tsx',
    '<rootDir>/test/setup/*.test.tsx',
  ],
  setupFiles: [
    require.resolve('@tarojs/test-utils-react/dist/jest/jest.setup.js'),
    '<rootDir>/test/setup/taro-first.ts',
  ],
  setupFilesAfterEnv,
  transform: {
    '^.+\\.(m?js|jsx|ts|tsx)$': require.resolve('@tarojs/test-utils-react/dist/jest/babel-transformer.js'),
  },
  // these are CommonJS already: translating them again costs five seconds on a first run
  transformIgnorePatterns: [
    '/node_modules/(react|react-dom|scheduler|core-js|core-js-pure|jsdom|lodash|zustand|valibot|hls.js|mpegts.js|@babel|@jest|jest-[a-z-]+|expect|pretty-format)/',
  ],
  moduleFileExtensions,
  moduleNameMapper,
})
for (const name of ['bail', 'verbose', 'collectCoverageFrom', 'reporters', 'collectCoverage'])
  delete client[name]

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...onNode,
      displayName: 'node',
      testMatch: [
        '<rootDir>/src/{domain,contracts,services}/**/*.test.ts',
        '<rootDir>/{cloudfunctions,local,config,bench}/**/*.test.ts',
        '<rootDir>/test/{builders,setup,tools}/**/*.test.ts',
        '<rootDir>/test/miniprogram/{mutations,official,pack}/**/*.test.ts',
      ],
    },
    client,
    { ...onNode, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
    { ...onNode, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.test.ts'] },
    { ...onNode, displayName: 'simulation', testMatch: ['<rootDir>/test/simulation/**/*.test.ts'] },
    { ...onNode, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.test.ts'] },
    {
      ...onNode,
      displayName: 'miniprogram',
      testMatch: ['<rootDir>/test/miniprogram/{host,journeys,trees}/**/*.test.ts'],
    },
    { ...onNode, displayName: 'cost', testMatch: ['<rootDir>/test/miniprogram/cost/**/*.test.ts'] },
  ],
  testTimeout: 20000,
  // what decides about orders and money: a branch that no test takes is a rule that nobody has seen work
  collectCoverageFrom: [
    'src/domain/**/*.ts',
    'cloudfunctions/{orders,payments,coupons}/**/*.ts',
    '!**/*.test.ts',
  ],
  coverageReporters: ['text-summary', 'json'],
  coverageThreshold: {
    './src/domain/': { branches: 100 },
    './cloudfunctions/orders/': { branches: 100 },
    './cloudfunctions/payments/': { branches: 100 },
    './cloudfunctions/coupons/': { branches: 100 },
  },
}
