import { z } from 'zod';

/**
 * Every setting, from the environment, read once before anything connects. `.env.example` explains each; a test holds
 * the two against each other.
 */
const flag = z
  .enum(['0', '1', 'true', 'false'], 'use 1 or 0')
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => protocols.some((name) => text.startsWith(`${name}://`)) && URL.canParse(text), {
    error: `use an address that begins with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  });

const masterKeys = z.string().transform((text, context) => {
  const keys: Map<string, Buffer> = new Map();
  for (const entry of text.split(',')) {
    const [id, key] = entry.trim().split(':');
    const bytes = Buffer.from(key ?? '', 'base64');
    if (!id || !/^[a-z0-9]{1,16}$/.test(id) || bytes.length !== 32) {
      context.addIssue({
        code: 'custom',
        message: 'use id:key pairs, comma between; the key is 32 bytes in base64 (openssl rand -base64 32)',
      });
      return z.NEVER;
    }
    keys.set(id, bytes);
  }
  return keys;
});

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

export const environment = z
  .object({
    PORT: z.coerce
      .number('use a number')
      .int('use a whole number')
      .min(0, 'use 0 to 65535')
      .max(65_535, 'use 0 to 65535')
      .default(3978),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: url(['http', 'https']).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: url(['postgres', 'postgresql']).optional(),
    DATABASE_POOL: z.coerce
      .number('use a number')
      .int()
      .min(2, 'use 2 to 200')
      .max(200, 'use 2 to 200')
      .default(32),
    REDIS_URL: url(['redis', 'rediss']).optional(),
    TUSA_ROLE: z.enum(['all', 'web', 'worker'], 'use all, web or worker').default('all'),
    TUSA_MASTER_KEYS: masterKeys.optional(),
    TUSA_DIRECT_LINE_SECRET: z.string().min(16, 'use at least 16 characters').optional(),
    TUSA_ALLOWED_ORIGINS: list,
    TUSA_TRUST_PROXY: z.coerce.number('use the number of proxies in front').int().min(0).max(8).default(0),
    TUSA_MONGOLIAN_PILOT: flag,
    TUSA_CITIZEN_RATE: z.coerce.number('use a number').int().min(1, 'use at least 1').default(60),
    TUSA_TOKEN_RATE: z.coerce.number('use a number').int().min(1, 'use at least 1').default(600),
    MICROSOFT_APP_ID: z.string().min(1).optional(),
    MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
    MICROSOFT_APP_TENANT_ID: z.string().min(1).optional(),
    TUSA_OPEN_BOT_ENDPOINT: flag,
    /** Of the system: where the private servers' programs are looked for. */
    PATH: z.string().default('/usr/bin:/bin'),
    LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'use error, warn, info or debug').default('info'),
  })
  .superRefine((env, context) => {
    if (Boolean(env.DATABASE_URL) !== Boolean(env.REDIS_URL) && env.TUSA_ROLE !== 'all') {
      context.addIssue({
        code: 'custom',
        path: ['TUSA_ROLE'],
        message: 'a web or worker process shares its servers: set both DATABASE_URL and REDIS_URL',
      });
    }
    if (env.DATABASE_URL && !env.TUSA_MASTER_KEYS) {
      context.addIssue({
        code: 'custom',
        path: ['TUSA_MASTER_KEYS'],
        message: 'a shared database needs a key that every process knows: set k1:$(openssl rand -base64 32)',
      });
    }
    if (Boolean(env.MICROSOFT_APP_ID) !== Boolean(env.MICROSOFT_APP_PASSWORD)) {
      context.addIssue({
        code: 'custom',
        path: ['MICROSOFT_APP_PASSWORD'],
        message: 'set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD together, or neither',
      });
    }
  });

export type Config = Readonly<z.infer<typeof environment>>;

/** All faults of the environment at once, each with its cure. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `the environment has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // An empty variable, as compose files make them, means "not set".
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
