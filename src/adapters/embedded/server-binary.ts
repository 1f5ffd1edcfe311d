import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian and Homebrew keep PostgreSQL's server programs off the PATH, one folder a version. */
const VERSIONED = [
  '/usr/lib/postgresql/*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
];

/** Full path of a server program of the system, newest version first; undefined when it is not installed. */
export function serverBinary(name: string, path: string): string | undefined {
  return [...versionedFolders(), ...path.split(delimiter)]
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function versionedFolders(): string[] {
  return VERSIONED.flatMap((pattern) => {
    const [parent, rest] = pattern.split('*') as [string, string];
    const [folder, prefix] = parent.endsWith('/')
      ? [parent, '']
      : [parent.slice(0, parent.lastIndexOf('/')), parent.slice(parent.lastIndexOf('/') + 1)];
    let names: string[];
    try {
      names = readdirSync(folder).filter((name) => name.startsWith(prefix));
    } catch {
      return [];
    }
    return names.sort((a, b) => version(b) - version(a)).map((name) => join(folder, name) + rest);
  });
}

const version = (name: string): number => Number(/[\d.]+/.exec(name)?.[0] ?? 0);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
