const inTests = '\\.(test|contract)\\.tsx?$'
const merchants = '(studio|shop-orders|offers|reconciliation|moderation)/'

/** One arrow each way of design.md: what is not listed as allowed for a layer is forbidden to it. */
const layer = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: inTests },
  to: { path: '^(src|cloudfunctions|local|test|bench|config)/', pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'src/domain imports nothing but itself: no package, no Node module.',
      from: { path: '^src/domain/', pathNot: inTests },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'contracts-know-only-domain',
      severity: 'error',
      comment: 'Contracts are domain words and valibot schemas.',
      from: { path: '^src/contracts/', pathNot: inTests },
      to: { pathNot: '^src/(contracts|domain)/|^node_modules/valibot/' },
    },
    {
      name: 'merchants-contracts-stay-with-merchants',
      severity: 'error',
      comment:
        'What merchants ask is not in the main package, nor in what a shared link loads: call merchantBackend.',
      from: { path: '^src/', pathNot: `^src/(contracts/|services/|features/${merchants})|${inTests}` },
      to: { path: '^src/contracts/merchant/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-client-takes-contracts-by-halves',
      severity: 'error',
      comment: 'The index has both halves: it is for the server, and for types.',
      from: { path: '^src/', pathNot: `^src/contracts/|${inTests}` },
      to: { path: '^src/contracts/index\\.', dependencyTypesNot: ['type-only'] },
    },
    layer(
      'services-know-contracts',
      '^src/services/',
      '^src/(services|contracts|domain|platform/(index|ports))',
      'Services call partners through contracts and the platform ports, never through a feature.',
    ),
    layer(
      'platform-knows-contracts',
      '^src/platform/',
      '^src/(platform|contracts|domain)/',
      'An adapter of a host knows no partner, no feature and no look.',
    ),
    layer(
      'ui-knows-no-feature',
      '^src/ui/',
      '^src/(ui|domain)/|^src/platform/(index|ports/)|^src/contracts/errors',
      'The design system draws what it is given, keeps how a person reads on the device, and has words for every code.',
    ),
    layer(
      'features-do-not-know-pages',
      '^src/features/',
      '^src/(features|ui|services|platform|contracts|domain)/',
      'Pages compose features, not the other way round.',
    ),
    {
      name: 'features-are-strangers',
      severity: 'error',
      comment: 'A feature never imports another feature; a page composes them.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'enter-a-feature-by-its-index',
      severity: 'error',
      comment: 'Its core is also tried and measured by itself, without the looks that the index brings.',
      from: { pathNot: '^(src/features|test/contract|bench)/' },
      to: { path: '^src/features/[^/]+/(?!index\\.tsx?$)' },
    },
    {
      name: 'pages-are-strangers',
      severity: 'error',
      comment: 'Pages meet by navigation only.',
      from: { path: '^src/(?:pages|packages/[^/]+)/([^/]+)/' },
      to: { path: '^src/(?:pages|packages/[^/]+)/([^/]+)/', pathNot: '^src/(?:pages|packages/[^/]+)/$1/' },
    },
    {
      name: 'enter-the-platform-by-its-index',
      severity: 'error',
      comment: 'The player has a door of its own, so that its code stays in the live subpackage.',
      from: { path: '^src/', pathNot: `^src/platform/|${inTests}` },
      to: { path: '^src/platform/(?!index\\.|player\\.|replay-player\\.|poster\\.|ports/)' },
    },
    {
      name: 'hosts-are-strangers',
      severity: 'error',
      from: { path: '^src/platform/(weapp|alipay|h5)/' },
      to: { path: '^src/platform/(weapp|alipay|h5)/', pathNot: '^src/platform/$1/' },
    },
    {
      name: 'chat-sdk-has-one-door',
      severity: 'error',
      comment: 'Half a megabyte: only the chat service may load it, and only the live subpackage loads that.',
      from: { path: '^src/', pathNot: `^src/services/chat/|${inTests}` },
      to: { path: '^node_modules/tim-js-sdk/' },
    },
    {
      name: 'client-never-imports-functions',
      severity: 'error',
      comment: 'Nothing of the server, its secrets least of all, reaches a package on a phone.',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|local|test|bench|config)/', pathNot: '^test/(setup|builders)/' },
    },
    layer(
      'functions-share-only-contracts-and-domain',
      '^cloudfunctions/',
      '^cloudfunctions/|^src/(contracts|domain)/',
      'A function is deployed alone.',
    ),
    {
      name: 'functions-are-strangers',
      severity: 'error',
      comment: 'Together they are only in tests, and in the process that serves them all.',
      from: { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: inTests },
      to: { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'use-cases-see-ports-not-adapters',
      severity: 'error',
      comment: 'Only index.ts, the composition root, picks adapters.',
      from: { path: '^cloudfunctions/[^_/][^/]*/(?!index\\.ts$)', pathNot: inTests },
      to: { path: '^cloudfunctions/_kernel/adapters/' },
    },
    {
      name: 'local-enters-functions-by-their-doors',
      severity: 'error',
      comment: 'The laptop runs the product; it does not reach into it.',
      from: { path: '^local/', pathNot: inTests },
      to: { path: '^cloudfunctions/[^_/][^/]*/(?!index\\.ts$)' },
    },
    {
      name: 'local-knows-no-client',
      severity: 'error',
      from: { path: '^local/', pathNot: inTests },
      to: { path: '^src/(?!contracts/|domain/)|^(test|bench)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(src|cloudfunctions|local)/',
        pathNot: '\\.(test|contract|config)\\.tsx?$|\\.d\\.ts$|^src/(pages|packages)/.+/index\\.tsx$',
      },
      to: {},
    },
    {
      name: 'no-dev-deps-in-product',
      severity: 'error',
      from: { path: '^(src|cloudfunctions|local)/', pathNot: inTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declare-what-you-import',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.d.ts', '.js', '.json'],
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
