import { spawn } from 'node:child_process';

/** How a finished command ended; `code` is 128 + the signal's meaning unknown, plainly 1, when a signal ended it. */
export interface Finished {
  code: number;
  output: string;
  seconds: number;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Shows the output while it comes, besides collecting it. */
  live?: boolean;
}

/**
 * Runs a command to its end and resolves, whatever its exit code, with everything it printed (both streams in order of arrival).
 * Ctrl-C reaches the child through the terminal's process group; it ends, and so do we.
 */
export function runCommand(command: string, args: string[], options: RunOptions = {}): Promise<Finished> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const finish = (code: number): void => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    const collect =
      (stream: NodeJS.WriteStream) =>
      (chunk: string): void => {
        output += chunk;
        if (options.live) stream.write(chunk);
      };
    child.stdout.setEncoding('utf8').on('data', collect(process.stdout));
    child.stderr.setEncoding('utf8').on('data', collect(process.stderr));
    child.on('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
