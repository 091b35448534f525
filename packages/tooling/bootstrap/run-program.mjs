import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Runs a program with the right Node and PATH and resolves with its exit code, 128 + n when signal n ended it.
 * @param {string} root
 * @param {{ node: string, folders: string[] }} toolchain
 * @param {{ file: string, words: string[], cwd: string }} program
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runProgram(root, toolchain, program, args) {
  const path = [...toolchain.folders, join(root, 'node_modules/.bin'), process.env.PATH]
    .filter(Boolean)
    .join(delimiter);
  const child = spawn(toolchain.node, [program.file, ...program.words, ...args], {
    cwd: program.cwd,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: path,
      TABARD_HOME: process.env.TABARD_HOME || join(root, '.tabard'),
      // What starts a second time is not compiled a second time, which halves it.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(root, '.tabard/compile-cache'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // On a terminal Ctrl-C reaches the whole process group: passing it on would be a second, impatient Ctrl-C.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}
