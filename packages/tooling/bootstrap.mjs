#!/usr/bin/env node
// The one entry of every root script. Plain JavaScript without dependencies: it runs on the Node that happens to be there,
// brings what is missing into the checkout (never global), and hands over.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, programs } from './bootstrap/programs.mjs';
import { Refusal } from './bootstrap/refusal.mjs';
import { runProgram } from './bootstrap/run-program.mjs';
import { prepare } from './bootstrap/prepare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [command, ...args] = process.argv.slice(2);

async function main() {
  if (!command || !(command in programs)) {
    const known = Object.keys(programs).join(', ');
    throw new Refusal(`${command ? `There is no command "${command}"` : 'Say what to run'}: one of ${known}.`);
  }
  const program = findProgram(root, command);
  const toolchain = await prepare(root);
  return runProgram(root, toolchain, program, args);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(error.exitCode ?? 1);
  },
);
