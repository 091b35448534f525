import { readdirSync, readFileSync } from 'node:fs';

/** Processor time so far, in ticks of the kernel. */
interface Reading {
  /** Of all processors, idle or not. */
  total: number;
  /** Of whoever worked, or was kept from it by a neighbour of this machine. */
  busy: number;
  /** Of this process, its living descendants and those that ended. */
  own: number;
}

/**
 * Starts to watch the processors. The function that comes back gives the share of them that others took since, from 0 to 1;
 * null where the system does not tell (only Linux does).
 */
export function watchForeignCpu(): () => number | null {
  const before = read();
  return () => {
    const after = read();
    if (!before || !after || after.total === before.total) return null;
    const foreign = after.busy - before.busy - (after.own - before.own);
    return Math.max(0, foreign / (after.total - before.total));
  };
}

function read(): Reading | null {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, steal = 0] = line
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const busy = user + nice + system + irq + softIrq + steal;
    return { total: busy + idle + wait, busy, own: ownTicks() };
  } catch {
    return null;
  }
}

/** What a process and its ended children used stands in its `stat`, behind the name, which may hold spaces. */
function ownTicks(): number {
  const ticks = new Map<number, { parent: number; used: number }>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const used = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
      ticks.set(pid, { parent: Number(fields[1]), used });
    } catch {
      // It ended between the list and the look.
    }
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(ticks.get(pid)?.parent ?? 0));
  let own = 0;
  for (const [pid, { used }] of ticks) if (isOurs(pid)) own += used;
  return own;
}
