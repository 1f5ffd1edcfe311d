import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, environment, readConfig } from '../../src/config';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.faults;
    throw fault;
  }
};

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3978,
      DATA_DIR: '.data',
      TUSA_ROLE: 'all',
      TUSA_ALLOWED_ORIGINS: [],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('tells every fault at once, each with its cure', () => {
    expect(
      faultsOf({
        PORT: 'abc',
        DATABASE_URL: 'mysql://x',
        REDIS_URL: 'redis',
        TUSA_ROLE: 'boss',
        TUSA_MASTER_KEYS: 'k1:short',
      }),
    ).toEqual([
      'PORT: use a number',
      'DATABASE_URL: use an address that begins with postgres:// or postgresql://',
      'REDIS_URL: use an address that begins with redis:// or rediss://',
      'TUSA_ROLE: use all, web or worker',
      'TUSA_MASTER_KEYS: use id:key pairs, comma between; the key is 32 bytes in base64 (openssl rand -base64 32)',
    ]);
  });

  it.each([
    [
      { DATABASE_URL: 'postgres://h/d', REDIS_URL: 'redis://h' },
      'TUSA_MASTER_KEYS: a shared database needs a key that every process knows',
    ],
    [{ TUSA_ROLE: 'web', REDIS_URL: 'redis://h' }, 'TUSA_ROLE: a web or worker process shares its servers'],
    [
      { MICROSOFT_APP_ID: 'x' },
      'MICROSOFT_APP_PASSWORD: set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD together',
    ],
  ])('refuses %j', (env, fault) => expect(faultsOf(env)).toEqual([expect.stringContaining(fault)]));
});

describe('.env.example', () => {
  const text = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
  const lines = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.*)$/gm)];

  it('names every setting, and no other', () => {
    // PATH belongs to the system.
    const settings = Object.keys(environment.shape).filter((name) => name !== 'PATH');
    expect(lines.map(([, name]) => name).sort()).toEqual(settings.sort());
  });

  it('shows the true defaults', () => {
    const shown = Object.fromEntries(
      lines.filter(([line]) => !line.startsWith('#')).map(([, name, value]) => [name, value ?? '']),
    );
    expect(readConfig(shown)).toEqual(readConfig({}));
  });
});
