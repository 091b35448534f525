import { parseArgs } from 'node:util';
import { startMailSandbox } from './start-mail-sandbox.ts';

/**
 * The sandbox as a process of its own: `node run-mail-sandbox.ts --state-dir .mail [--smtp-port 2525] [--imap-port 1143]
 * [--http-port 4002] [--host 127.0.0.1] [--seed x] [--speed 1] [--password sandbox] [--verbose]`.
 * Prints one line of JSON with its addresses when ready; ends on SIGINT or SIGTERM.
 */
const { values } = parseArgs({
  options: {
    'state-dir': { type: 'string' },
    'smtp-port': { type: 'string' },
    'imap-port': { type: 'string' },
    'http-port': { type: 'string' },
    host: { type: 'string' },
    seed: { type: 'string' },
    speed: { type: 'string' },
    password: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});
const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

try {
  if (!values['state-dir']) throw new Error('Say where to keep mail: --state-dir <folder>.');
  const sandbox = await startMailSandbox({
    stateDir: values['state-dir'],
    smtpPort: number(values['smtp-port']),
    imapPort: number(values['imap-port']),
    httpPort: number(values['http-port']),
    host: values.host,
    seed: values.seed,
    speed: number(values.speed),
    password: values.password,
    log: values.verbose ? (line) => console.error(line) : undefined,
  });
  console.log(JSON.stringify({ smtp: sandbox.smtp, imap: sandbox.imap, url: sandbox.url }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
