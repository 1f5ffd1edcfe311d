// Files stay small: none over 300 lines unless its first lines say why ("Longer than 300 lines because …"), none over 400.
'use strict';
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const root = join(__dirname, '..');

const files = ['src', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|cjs|mjs|mts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const FORBIDDEN_NAMES = /(^|[/-])(utils?|helpers?|common|misc)(\.|\/|$)/;
const sizes = files.map((file) => ({ file: file.slice(root.length + 1), text: readFileSync(file, 'utf8') }));
const faults = sizes.flatMap(({ file, text }) => {
  const lines = text.split('\n').length - 1;
  const reason = /Longer than 300 lines because/.test(text.slice(0, 1500));
  return [
    ...(lines > 400 || (lines > 300 && !reason)
      ? [`${file}: ${lines} lines; split it, or (up to 400) say at its top "Longer than 300 lines because …"`]
      : []),
    ...(FORBIDDEN_NAMES.test(file) ? [`${file}: name it for the one thing it exports`] : []),
  ];
});
const counts = sizes
  .filter(({ file }) => file.startsWith('src/'))
  .map(({ text }) => text.split('\n').length - 1)
  .sort((a, b) => a - b);
console.log(
  `${sizes.length} files, median of src ${counts[counts.length >> 1]} lines, largest ${counts.at(-1)}`,
);
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
