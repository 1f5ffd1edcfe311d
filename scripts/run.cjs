// `npm run <command>`: sets up what is missing, then becomes the command of that name in scripts/.
'use strict';
const [name, ...rest] = process.argv.slice(2);
require('./setup.cjs').setUpTools();
process.argv = [process.argv[0], require.resolve(`../dist/scripts/${name}.js`), ...rest];
require(`../dist/scripts/${name}.js`);
