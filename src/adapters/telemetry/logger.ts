import { createLogger as createWinston, format, transports } from 'winston';
import type { LogFields, Logger } from '../../application/ports';

/** Text of a field: ids, codes, file names of our own. Nothing that a person writes looks like this and is so short. */
const CODE = /^[\w .:/|+@{}-]{0,120}$/;

/**
 * JSON lines on standard error, so that standard output stays free for commands. Fields are scalars; text that is no
 * plain code is left out, so that a slip in the caller cannot write down a person's words.
 */
export function createLogger(
  level: 'error' | 'warn' | 'info' | 'debug',
  stream: NodeJS.WritableStream = process.stderr,
): Logger {
  const winston = createWinston({
    level,
    format: format.combine(format.timestamp(), format.json()),
    transports: [new transports.Stream({ stream })],
  });
  const write = (at: 'info' | 'warn' | 'error') => (event: string, fields?: LogFields) => {
    winston.log({ level: at, message: event, ...(fields && allowed(fields)) });
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function allowed(fields: LogFields): Record<string, string | number | boolean | null> {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    // `level` and `message` are winston's own.
    const key = name === 'level' || name === 'message' ? `${name}_` : name;
    kept[key] = typeof value === 'string' && !CODE.test(value) ? '[left out]' : value;
  }
  return kept;
}
