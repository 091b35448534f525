import { spawn } from 'node:child_process';
import { Refusal } from './refusal.mjs';

/**
 * Runs a tool, collects what it prints and resolves with `{ code, output }`; a tool that is not there has code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, { cwd, env, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stopped = false;
    const collect = (text) => {
      output += text;
      if (onLine) text.split('\n').forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    // A killed start must not leave an installer behind that writes into the folder of the next one.
    const stop = (signal) => {
      child.kill(signal);
      stopped = true;
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const settle = (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      if (stopped) reject(new Refusal('Stopped. The next start goes on from here.', 130));
      else resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      settle(error.code === 'ENOENT' ? 127 : 1);
    });
    child.on('close', (code) => settle(code ?? 130));
  });
}
