import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { startProgress } from './progress.mjs';
import { explainFailure, Refusal, unwritable } from './refusal.mjs';
import { runQuietly } from './run-quietly.mjs';
import { bringToolchain, isNewEnough } from './toolchain.mjs';

/**
 * Makes the checkout ready to run: the right Node and pnpm, and the packages of the lock file. When the last finished
 * install still fits, this only reads a few files.
 * @param {string} root
 * @returns {Promise<{ node: string, folders: string[] }>}
 */
export async function prepare(root) {
  const ready = readStamp(root);
  if (ready) return ready;
  let told = '';
  const say = (text) => {
    if (text !== told) console.error(text);
    told = text;
  };
  try {
    return await withLock(join(root, '.tabard/install.lock'), say, async () => readStamp(root) ?? install(root));
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw new Refusal(`Could not install: ${unwritable(root)}`);
    if (error.code === 'ENOSPC') throw explainFailure('install', 'ENOSPC', root);
    throw error;
  }
}

async function install(root) {
  const toolchain = await bringToolchain(join(root, '.tabard/toolchain'));
  const hash = hashOfWishes(root);
  rmSync(stampFile(root), { force: true });
  const progress = startProgress('Installing packages');
  const { code, output } = await runQuietly(
    toolchain.pnpm,
    [
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
      '--reporter=append-only',
      '--config.confirmModulesPurge=false',
    ],
    { cwd: root, env: { PATH: [...toolchain.folders, process.env.PATH].join(':') }, onLine: readProgress(progress) },
  );
  progress.end(code === 0);
  if (code !== 0) throw explainFailure('install the packages', output, root);
  // Last: an install that was killed leaves no stamp and is done again.
  writeFileSync(stampFile(root), JSON.stringify({ ...toolchain, hash, machine: machine(root) }));
  return toolchain;
}

/** "Progress: resolved 1480, reused 900, downloaded 12, added 512, done" is how pnpm tells where it is. */
function readProgress(progress) {
  return (line) => {
    const seen = /resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/.exec(line);
    if (seen) progress.update(`${seen[4]} of ${seen[1]} in place, ${seen[3]} downloaded`);
  };
}

function stampFile(root) {
  return join(root, 'node_modules/.install-finished.json');
}

/** The last finished install, when it still fits the lock file, the machine and the Node that runs us. */
function readStamp(root) {
  try {
    const { hash, node, pnpm, folders, machine: where } = JSON.parse(readFileSync(stampFile(root), 'utf8'));
    const fits = where === machine(root) && hash === hashOfWishes(root) && existsSync(node) && existsSync(pnpm);
    if (!fits) return undefined;
    // A developer's own Node goes before ours as soon as it is new enough.
    return isNewEnough(process.versions.node) ? { node: process.execPath, folders } : { node, folders };
  } catch {
    return undefined;
  }
}

/** A checkout that moved, or is shared with another machine, has links and binaries that do not fit. */
function machine(root) {
  return `${process.platform}-${process.arch} ${root}`;
}

/** Everything that decides what an install brings. */
function hashOfWishes(root) {
  const hash = createHash('sha256');
  const members = [
    '.',
    'platform',
    'widgets',
    'sdk',
    'docs-site',
    ...below(root, 'packages'),
    ...below(root, 'examples'),
  ];
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...members.map((member) => join(member, 'package.json'))];
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function below(root, folder) {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).map((name) => join(folder, name)) : [];
}
