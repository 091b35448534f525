import type { Uuid, WorkspaceEvent } from '@tabard/contract';
import type { App } from '#kernel';

/** Events one read brings. */
export const batchSize = 500;

export interface EventRow {
  position: string;
  type: WorkspaceEvent['type'];
  at: Date;
  data: WorkspaceEvent['data'];
}

/** Takes events that have just been read, in their order. */
export type TakeEvents = (rows: readonly EventRow[]) => void;

/** Events of a workspace after a place, at most `batchSize` of them. */
export function readEvents(app: App, workspaceId: Uuid, after: string): Promise<EventRow[]> {
  return app.database.read<EventRow>(
    workspaceId,
    `select position, type, at, data from event
      where workspace_id = $1 and position > $2 order by position limit ${batchSize}`,
    [workspaceId, after],
    'event_after',
  );
}

/** Reads new events of one workspace once for all who listen. */
export class WorkspaceFeed {
  readonly listeners = new Set<TakeEvents>();
  readonly #app: App;
  readonly #workspaceId: Uuid;
  /** Behind the last event that was handed out. */
  #position: string | null = null;
  #running: Promise<string> | null = null;
  #next: Promise<string> | null = null;

  constructor(app: App, workspaceId: Uuid) {
    this.#app = app;
    this.#workspaceId = workspaceId;
  }

  /** Looks for new events, not before now, and gives the place behind the last one. Who asks while it looks shares the next look. */
  look(): Promise<string> {
    if (!this.#running) return (this.#running = this.#read().finally(() => (this.#running = null)));
    return (this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.look();
      }));
  }

  async #read(): Promise<string> {
    // Behind all that was numbered so far, of this workspace or another.
    let position = (this.#position ??= await this.#readHead());
    for (;;) {
      const rows = await readEvents(this.#app, this.#workspaceId, position);
      this.#position = position = rows.at(-1)?.position ?? position;
      if (rows.length > 0) for (const take of this.listeners) take(rows);
      if (rows.length < batchSize) return position;
    }
  }

  async #readHead(): Promise<string> {
    const [row] = await this.#app.database.readOrganization<{ position: string }>(
      'select position from event_head',
      [],
      'event_head',
    );
    return row?.position ?? '0';
  }
}
