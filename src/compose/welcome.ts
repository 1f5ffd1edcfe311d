import type { FirstAccounts } from './first-accounts';

/** What a newcomer reads in the terminal: the addresses, and how to sign in. */
export function welcome(url: string, accounts: FirstAccounts): string {
  const rows = [
    ['citizens', `${url}/`],
    ['operators', `${url}/operator`],
    ['township offices', `${url}/office`],
    ['supervisors, administrators', `${url}/board`],
    ['API', `${url}/api/openapi.json`],
  ];
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0));
  return [
    '',
    'tusa ᠲᠤᠰᠠ is ready.',
    '',
    ...rows.map(([name, address]) => `  ${(name ?? '').padEnd(width)}  ${address ?? ''}`),
    '',
    ...signIn(accounts),
    '  More accounts: npm run staff -- add --name NAME --role operator|officer|supervisor|administrator [--office CODE]',
    '  A day full of citizens: npm run demo',
    '',
    '',
  ].join('\n');
}

function signIn({ made, file }: FirstAccounts): string[] {
  if (made.length > 0) {
    return [
      '  Sign in with (each password is good once, then you choose your own):',
      ...made.map(({ name, password }) => `    ${name.padEnd(12)}${password}`),
      ...(file === undefined ? [] : [`  They also stand in ${file}`]),
    ];
  }
  return file === undefined ? [] : [`  First accounts and their one-time passwords: ${file}`];
}
