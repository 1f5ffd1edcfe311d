import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.data/'] },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.test.json', 'tsconfig.consoles.json', 'tsconfig.vite.json'] } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Our objects are closures: their methods do not use `this`, and are passed on freely.
      '@typescript-eslint/unbound-method': 'off',
      // Our own Unicode ranges name control characters and surrogates on purpose.
      'no-control-regex': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'natural', message: 'Import a subpath (natural/lib/natural/stemmers): the top level loads a database driver and prints.' },
            { name: 'botbuilder-dialogs', message: 'The dialog engine is ours: src/domain/dialogs.' },
          ],
        },
      ],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/config.ts'], rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }] } },
  { files: ['src/domain/**/*.ts'], rules: { 'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch'], 'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time is passed in.' }, { object: 'Math', property: 'random', message: 'Randomness is passed in.' }] } },
  { files: ['src/consoles/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-return': 'off' } },
);
