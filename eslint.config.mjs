import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const hostGlobals = [
  'wx',
  'my',
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'location',
  'navigator',
  'fetch',
  'WebSocket',
].map((name) => ({ name, message: 'Only src/platform may touch a host.' }))

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name (pages and configuration excepted).',
}
const noHostDeclaration = {
  selector: 'VariableDeclaration[declare=true]:has(Identifier[name=/^(wx|my)$/])',
  message: 'Host globals are declared in types/ and used in src/platform.',
}
const noAmbientChance = [
  {
    selector: "CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now']",
    message: 'Take the time from the Clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take randomness from a port.',
  },
  {
    selector: "CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']",
    message: 'Take ids from the Ids port.',
  },
]
const factTitles = {
  selector: 'CallExpression[callee.name=/^(it|test)$/] > Literal.arguments[value=/\\bshould\\b/]',
  message: 'A title states a fact: "refuses a second payment".',
}

const everywhere = [noEnum, noDefaultExport, noHostDeclaration]
const sized = (max, perFunction) => ({
  'max-lines': ['error', { max, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': perFunction
    ? ['error', { max: perFunction, skipBlankLines: true, skipComments: true }]
    : 'off',
})

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'coverage/',
      '.data/',
      '.screens/',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'config/tsconfig.weapp.json', 'config/tsconfig.alipay.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...sized(300, 60),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-control-regex': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // words are counted by what people see as letters, which spreading a string gives
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // a type parameter may be there only so that its constraint is checked
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // memory adapters answer at once through ports that promise
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // a default that calls unreachable() is checked by the compiler
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**', 'cloudfunctions/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...noAmbientChance],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-globals': ['error', ...hostGlobals] } },
  {
    files: ['src/platform/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', noEnum, noDefaultExport] },
  },
  { files: ['cloudfunctions/**/adapters/**'], rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
  {
    files: ['src/app.tsx', 'src/{pages,packages}/**/index.tsx'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noHostDeclaration, ...noAmbientChance] },
  },
  {
    files: ['**/*.config.ts', 'config/index.ts', 'config/plugins/**'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  // declarations describe other people's shapes, default exports and global names included
  { files: ['types/**'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-globals': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**'],
    rules: {
      ...sized(400),
      'max-params': 'off',
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', noEnum, noDefaultExport, factTitles],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
