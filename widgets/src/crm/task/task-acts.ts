import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import type { Session } from '../../core/session.ts';
import type { Toast } from '../../kit/toaster.ts';

/** What does things to tasks: runs a change and says what failed, and says what was done. */
export interface TaskActor {
  session: Session;
  attempt: (change: () => PromiseLike<unknown>) => Promise<boolean>;
  toast: (toast: Toast) => void;
}

type Changes = { due?: string | null; assigneeId?: string | null; priority?: Task['priority'] };

async function run(
  actor: TaskActor,
  text: string,
  change: () => PromiseLike<unknown>,
  back: () => PromiseLike<unknown>,
): Promise<boolean> {
  if (!(await actor.attempt(change))) return false;
  actor.toast({ text, action: { label: msg('Undo'), run: () => void actor.attempt(back) } });
  return true;
}

const ids = (tasks: readonly Task[]): { ids: string[] } => ({ ids: tasks.map(({ id }) => id) });
const counted = (actor: TaskActor, tasks: readonly Task[], one: string, many: (count: string) => string): string =>
  actor.session.format.plural(tasks.length, { one, other: many(actor.session.format.number(tasks.length)) });

/** Completes open ones, with the way back. */
export function completeTasks(actor: TaskActor, tasks: readonly Task[]): Promise<boolean> {
  const open = tasks.filter(({ status }) => status === 'open');
  const { client } = actor.session;
  const text = counted(actor, open, msg('Task done'), (count) => msg(str`${count} tasks done`));
  return run(
    actor,
    text,
    () => client.tasks.complete(ids(open)),
    () => client.tasks.reopen(ids(open)),
  );
}

/** Completes one, or opens it again. */
export function checkTask(actor: TaskActor, task: Task): Promise<boolean> {
  const { client } = actor.session;
  return task.status === 'open'
    ? completeTasks(actor, [task])
    : actor.attempt(() => client.tasks.reopen({ ids: [task.id] }));
}

/** Deletes some, with the way back. */
export function deleteTasks(actor: TaskActor, tasks: readonly Task[]): Promise<boolean> {
  const { client } = actor.session;
  const text = counted(actor, tasks, msg('Task deleted'), (count) => msg(str`${count} tasks deleted`));
  return run(
    actor,
    text,
    () => client.tasks.archive(ids(tasks)),
    () => client.tasks.restore(ids(tasks)),
  );
}

/** Gives some another due time, assignee or priority, with the way back to what each had. */
export function changeTasks(
  actor: TaskActor,
  tasks: readonly Task[],
  changesOf: (task: Task) => Changes,
): Promise<boolean> {
  const { client } = actor.session;
  const items = tasks.map((task) => ({ id: task.id, ...changesOf(task) }));
  const before = tasks.map((task, at) => {
    const { id, ...changes } = items[at]!; // one for each
    const keys = Object.keys(changes) as (keyof Changes)[]; // keys of a literal
    return { id, ...Object.fromEntries(keys.map((key) => [key, task[key]])) };
  });
  const text = counted(actor, tasks, msg('Task changed'), (count) => msg(str`${count} tasks changed`));
  return run(
    actor,
    text,
    () => client.tasks.change({ items }),
    () => client.tasks.change({ items: before }),
  );
}
