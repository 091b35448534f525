import { type ChildProcess, spawn } from 'node:child_process';

/** The process to end with us. With `pidFile` it is only ended while that file's first line still names it. */
export interface Ward {
  pid: number;
  signal: 'INT' | 'TERM';
  pidFile?: string;
  /** A temporary folder to delete afterwards. */
  removeFolder?: string;
}

// The read ends only when our end of the pipe is closed, which the kernel does for us even after kill -9: no polling.
const SCRIPT = `read _
pid=$1 signal=$2 file=$3 folder=$4
if [ -z "$file" ] || [ "$(head -n 1 "$file" 2>/dev/null)" = "$pid" ]; then kill -s "$signal" "$pid" 2>/dev/null; fi
[ -z "$folder" ] && exit 0
n=0; while kill -0 "$pid" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
rm -rf "$folder"`;

/** Ends a detached server when this process dies in whatever way; the returned function calls the watch off. */
export function endWithParent(ward: Ward): () => void {
  const watch: ChildProcess = spawn(
    '/bin/sh',
    ['-c', SCRIPT, 'watch-parent', String(ward.pid), ward.signal, ward.pidFile ?? '', ward.removeFolder ?? ''],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' },
  );
  watch.on('error', () => undefined);
  watch.stdin?.on('error', () => undefined);
  watch.unref();
  // The pipe must not keep our own event loop alive.
  const pipe: unknown = watch.stdin;
  if (pipe && typeof pipe === 'object' && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return () => void watch.kill('SIGKILL');
}
