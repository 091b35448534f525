import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The places at which a fault test may end the process: of the sending protocol, which `sending.md` of the docs names, and of a
 * consumer of events: before its effects (`e1`), before their commit (`e2`), after it (`e3`); of
 * a deletion: before its first row (`d1`), after a batch (`d2`), before its last row (`d3`); of a bulk operation: before the commit of a
 * part (`b1`), after it (`b2`); of a merge of leads: between what it moves (`m1`), before its commit (`m2`); of a task's reminder: before
 * its commit (`t1`), after it (`t2`); of an export: after a batch (`x1`), before it is noted that the file is there (`x2`).
 */
export type FailpointName =
  | 'c0'
  | 'c1'
  | 'c2'
  | 'c3'
  | 'c4'
  | 'c5'
  | 'c6'
  | 'c7'
  | 'c8'
  | 'c9'
  | 'e1'
  | 'e2'
  | 'e3'
  | 'd1'
  | 'd2'
  | 'd3'
  | 'b1'
  | 'b2'
  | 'm1'
  | 'm2'
  | 't1'
  | 't2'
  | 'x1'
  | 'x2';

/** Does what the configuration asks for at this place: nothing, wait, throw, or end the process as `kill -9` would. */
export async function failpoint(name: FailpointName, setting: string | undefined): Promise<void> {
  if (!setting?.startsWith(name)) return;
  const [, action, argument] = setting.split(':');
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  if (action === 'throw') throw new Error(`failpoint ${name}`);
  await sleep(action === 'pause' ? Number(argument) : 60_000);
}
