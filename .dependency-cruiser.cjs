// The arrows of ARCHITECTURE.md: domain ← application ← adapters ← compose ← main. Each rule says why.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});
const npm = (name, packages, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: allowed },
  to: { path: packages.map((p) => `node_modules/${p}/`) },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle is two files pretending to be two.', severity: 'error', from: {}, to: { circular: true } },
    only('domain-is-pure', '^src/domain/', ['^src/domain/'], 'The domain knows nothing of the outside.'),
    { name: 'domain-no-node', comment: 'No disk, network, clock or environment in the domain.', severity: 'error', from: { path: '^src/domain/' }, to: { dependencyTypes: ['core'] } },
    { name: 'domain-small-libraries', comment: 'Only zod and small pure libraries.', severity: 'error', from: { path: '^src/domain/' }, to: { path: 'node_modules/', pathNot: ['node_modules/(zod|chinese-days|natural|@types|pinyin-pro)/'] } },
    { name: 'understanding-stands-alone', comment: 'Understanding and routing know nothing of dialogs.', severity: 'error', from: { path: '^src/domain/(understanding|routing)/' }, to: { path: '^src/domain/(dialogs|tickets|slots)/' } },
    { name: 'tickets-use-labels-only', comment: 'Tickets use the label types of understanding, not its code.', severity: 'error', from: { path: '^src/domain/tickets/' }, to: { path: '^src/domain/understanding/', pathNot: ['labels\\.ts$'] } },
    only('application-uses-domain', '^src/application/', ['^src/(domain|application)/'], 'Use cases know the domain and their ports.'),
    only('contract-stands-alone', '^src/contract/', ['^src/contract/', '^src/domain/understanding/labels', '^src/domain/tickets/ticket'], 'The contract is shared with the pages; of the domain it takes label sets only.'),
    only('consoles-use-contract', '^src/consoles/', ['^src/(consoles|contract)/'], 'Pages know the contract and themselves.'),
    {
      name: 'adapters-stand-alone',
      comment: 'Adapters never import one another.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/([^/]+)/', pathNot: ['^src/adapters/$1/'] },
    },
    { name: 'compose-is-the-top', comment: 'Only main and the commands use compose.', severity: 'error', from: { path: '^src/', pathNot: '^src/(compose|main)' }, to: { path: '^src/compose' } },
    only('adapters-face-inward', '^src/adapters/', ['^src/(domain|application|adapters)/', '^src/contract/'], 'Adapters implement ports.'),
    { name: 'contract-only-for-http', comment: 'Only the HTTP adapter speaks the contract.', severity: 'error', from: { path: '^src/adapters/', pathNot: '^src/adapters/(http|channels)/' }, to: { path: '^src/contract/' } },
    npm('botbuilder-in-channels', ['botbuilder[^/]*', 'botframework[^/]*'], '^src/adapters/channels/', 'The SDK is at its end of life: one folder.'),
    npm('bull-in-queue', ['bull', 'ioredis'], '^src/adapters/queue/', 'bull stays in one folder.'),
    npm('sql-in-db', ['pg', 'kysely'], '^src/adapters/(db|embedded)/', 'All SQL in one folder.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
