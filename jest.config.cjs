// Unit and story tests need no service; the service projects get real PostgreSQL and Redis from scripts/test.cjs.
const { existsSync } = require('node:fs');
const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }];
const project = (displayName, roots) => ({
  displayName,
  // git keeps no empty folder, and jest refuses a root that is not there.
  roots: roots.map((root) => `${__dirname}/test/${root}`).filter(existsSync),
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': swc },
  testEnvironment: 'node',
});
module.exports = {
  testTimeout: 30_000,
  projects: [
    project('unit', ['domain', 'application', 'adapters', 'catalogue', 'scripts']),
    project('stories', ['stories']),
    project('services', ['services']),
    project('pages', ['pages']),
  ],
};
