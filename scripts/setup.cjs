// Installs and builds what is missing. Plain JavaScript without packages: it runs before there are any.
'use strict';
const { createHash } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { delimiter, join } = require('node:path');

const root = join(__dirname, '..');
const say = (line) => process.stderr.write(`tusa: ${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.versions.node} is too old; install Node 20.19 or newer`);
}

/** The npm packages that package-lock.json names; a stamp in node_modules tells whether they are these. */
function installPackages() {
  const folder = join(root, 'node_modules');
  // A linked folder is another working copy's: npm ci would empty it under that copy's feet.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = join(folder, '.tusa-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing npm packages (once)');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) fail('npm ci failed; see the lines above');
  writeFileSync(stamp, lock);
}

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

function found(program) {
  const folders = (process.env.PATH || '').split(delimiter);
  for (const parent of ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']) {
    try {
      for (const name of readdirSync(parent))
        if (/^(\d+|postgresql@\d+)$/.test(name)) folders.push(join(parent, name, 'bin'));
    } catch {
      // this system keeps its servers elsewhere
    }
  }
  return folders.some((folder) => isExecutable(join(folder, program)));
}

/** Two set-ups at once (a start and a command beside it) would install and build over each other: the second waits. */
function alone(work) {
  const lock = join(root, '.cache', 'setup.lock');
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
    }
    let holder;
    try {
      holder = Number(readFileSync(lock, 'utf8'));
      process.kill(holder, 0);
    } catch (fault) {
      // Its process is gone: an interrupted set-up.
      if (fault.code === 'ESRCH' || holder === 0) rmSync(lock, { force: true });
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  work();
  rmSync(lock, { force: true });
}

/** needs: [{ programs, apt, brew }]. Any one of `programs` is enough. */
function installSystemPackages(needs) {
  const missing = needs.filter((need) => !need.programs.some(found));
  if (!missing.length) return;
  const apt = missing.flatMap((need) => need.apt);
  if (found('apt-get')) {
    const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
    if (asRoot.length && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
      fail(`missing: ${apt.join(', ')}. Run: sudo apt-get install -y ${apt.join(' ')}`);
    }
    say(`installing system packages (once): ${apt.join(' ')}`);
    if (!asRoot.length && !existsSync('/etc/postgresql-common/createcluster.conf')) {
      // We start our own private cluster: the package need not make and start one of its own.
      mkdirSync('/etc/postgresql-common', { recursive: true });
      writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
    }
    // RUNLEVEL=1 keeps the packages from starting servers of their own.
    const aptGet = (...args) => {
      const [program, ...rest] = [
        ...asRoot,
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'RUNLEVEL=1',
        'apt-get',
        '-q',
        '-o',
        'DPkg::Lock::Timeout=120',
        ...args,
      ];
      return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 2] }).status === 0;
    };
    const install = () => aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...apt);
    if (install() || install()) return;
    fail(`could not install ${apt.join(' ')}; install them by hand, or set DATABASE_URL and REDIS_URL`);
  }
  const brew = missing.flatMap((need) => need.brew);
  if (found('brew') && spawnSync('brew', ['install', ...brew], { stdio: ['ignore', 2, 2] }).status === 0)
    return;
  fail(
    `missing: ${apt.join(', ')}. Install them with your system's packages, or set DATABASE_URL and REDIS_URL`,
  );
}

/** Newest change below these places, as a hash of names, sizes and times: what decides whether a build is stale. */
function fingerprint(places) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const place of places) visit(join(root, place));
  return hash.digest('hex');
}

const PARTS = [
  {
    name: 'program',
    places: ['src', 'scripts', 'tsconfig.json', 'package-lock.json'],
    run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  },
  {
    name: 'model',
    places: ['intents', 'src/domain/understanding', 'src/domain/measures', 'scripts/train-model.ts'],
    run: ['dist/scripts/train-model.js'],
  },
  {
    name: 'pages',
    places: ['src/consoles', 'src/contract', 'vite.config.mts', 'package-lock.json'],
    run: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
  },
];

/** Builds the parts of dist/ whose sources changed. */
function build(names = PARTS.map((part) => part.name)) {
  const stale = PARTS.filter((part) => names.includes(part.name)).filter((part) => {
    const stamp = join(root, 'dist', `.built-${part.name}`);
    part.print = fingerprint(part.places);
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== part.print;
  });
  for (const part of stale) {
    say(`building the ${part.name}`);
    mkdirSync(join(root, 'dist'), { recursive: true });
    const result = spawnSync(process.execPath, part.run, { cwd: root, stdio: ['ignore', 2, 2] });
    if (result.status !== 0) fail(`building the ${part.name} failed; see the lines above`);
    writeFileSync(join(root, 'dist', `.built-${part.name}`), part.print);
  }
}

const SERVERS = [
  { programs: ['postgres'], apt: ['postgresql'], brew: ['postgresql@17'] },
  { programs: ['redis-server'], apt: ['redis-server'], brew: ['redis'] },
];
const BROWSER = { programs: ['chromium', 'google-chrome'], apt: ['chromium'], brew: ['chromium'] };
const CHINESE_FONT = { programs: [], apt: ['fonts-noto-cjk', 'fontconfig'], brew: [] };

/** What the service needs: servers only where no address of one is given. */
function setUpService() {
  checkNode();
  alone(() => {
    installPackages();
    installSystemPackages(
      SERVERS.filter((_, index) => !(index === 0 ? process.env.DATABASE_URL : process.env.REDIS_URL)),
    );
    build();
  });
}

/** What the tests need besides: both servers, a browser, and a font that has Chinese. */
function setUpTests() {
  checkNode();
  alone(() => {
    installPackages();
    const hasChinese = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim();
    installSystemPackages([...SERVERS, BROWSER, ...(hasChinese ? [] : [CHINESE_FONT])]);
    build();
  });
}

/** What a command-line tool needs: packages and the built program, no server. */
function setUpTools() {
  checkNode();
  alone(() => {
    installPackages();
    build(['program', 'model']);
  });
}

module.exports = { setUpService, setUpTests, setUpTools, build, root, say };
