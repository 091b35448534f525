import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { Row } from './database.ts';

/** A workspace that failed is tried again after a pause that doubles from the first to the longest. */
const firstPauseMs = 30_000;
const longestPauseMs = 3_600_000;

interface Aside {
  until: number;
  failures: number;
}

type Ask = <R extends object>(app: App, sql: string, values: unknown[]) => Promise<R[]>;

/**
 * The condition that a statement across workspaces carries on the column of its workspace, so that one of them can be left out or asked
 * alone: `$1` are those left out, `$2` those asked, null for all.
 */
export const amongTenants = (column: string): string =>
  `(${column} <> all($1::uuid[]) and ($2::uuid[] is null or ${column} = any($2)))`;

/** The same, without workspaces that are shut by themselves or by an organization above. */
export const amongOpenTenants = (column: string): string => `(${amongTenants(column)} and ${isOpen(column)})`;

/** Whether the workspace in a column is open: neither suspended nor archived, nor anything above it. Its alias is nobody else's. */
export const isOpen = (column: string): string =>
  `(select standing_one.standing = 'open' from workspace standing_one where standing_one.id = ${column})`;

/**
 * Work that goes through all workspaces again and again. One whose rows make a statement or its own part fail is reported and set
 * aside for a while; the others never notice.
 */
export class TenantWork {
  readonly #name: string;
  readonly #ask: Ask;
  readonly #asides = new WeakMap<App, Map<Uuid, Aside>>();

  /** `ask` runs its statements, as the maintenance login unless told otherwise. */
  constructor(name: string, ask: Ask = (app, sql, values) => app.database.maintain(sql, values)) {
    this.#name = name;
    this.#ask = ask;
  }

  /** The rows of a statement that carries `amongTenants`, without those of workspaces that make it fail. */
  async find<R extends object = Row>(app: App, sql: string): Promise<R[]> {
    const asides = this.#of(app);
    const left = [...asides.keys()];
    const rows = await this.#ask<R>(app, sql, [left, null]).catch(async (error: unknown) => {
      if (!isOfData(error)) throw error;
      const workspaces = await app.database.maintain<{ id: Uuid }>('select id from workspace where id <> all($1)', [
        left,
      ]);
      return this.#halve<R>(
        app,
        sql,
        workspaces.map(({ id }) => id),
      );
    });
    for (const id of left)
      if (asides.get(id)!.until <= Date.now()) {
        // What fails again is set aside anew, for longer.
        const { failures } = asides.get(id)!;
        rows.push(...(await this.#halve<R>(app, sql, [id])));
        if (asides.get(id)?.failures === failures) asides.delete(id);
      }
    return rows;
  }

  /** Does the part of each workspace; one that fails is set aside and its other parts are left for later. */
  async each<T extends { workspace_id: Uuid }>(
    app: App,
    parts: readonly T[],
    work: (part: T) => Promise<unknown>,
  ): Promise<void> {
    const failed = new Set<Uuid>();
    for (const part of parts) {
      if (failed.has(part.workspace_id)) continue;
      try {
        await work(part);
      } catch (error) {
        failed.add(part.workspace_id);
        this.#setAside(app, part.workspace_id, error);
      }
    }
  }

  /** Halves the workspaces until those stand alone with which the statement fails. */
  async #halve<R extends object>(app: App, sql: string, ids: readonly Uuid[]): Promise<R[]> {
    if (ids.length === 0) return [];
    try {
      return await this.#ask<R>(app, sql, [[], ids]);
    } catch (error) {
      if (!isOfData(error)) throw error;
      if (ids.length === 1) {
        this.#setAside(app, ids[0]!, error); // the only one
        return [];
      }
      const half = Math.ceil(ids.length / 2);
      return [
        ...(await this.#halve<R>(app, sql, ids.slice(0, half))),
        ...(await this.#halve<R>(app, sql, ids.slice(half))),
      ];
    }
  }

  #setAside(app: App, workspaceId: Uuid, error: unknown): void {
    const asides = this.#of(app);
    const failures = (asides.get(workspaceId)?.failures ?? 0) + 1;
    const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
    asides.set(workspaceId, { failures, until: Date.now() + pauseMs });
    app.log.error(
      { err: error, service: this.#name, workspaceId, failures, pauseMs },
      'a workspace was set aside because its part failed; the others go on',
    );
  }

  #of(app: App): Map<Uuid, Aside> {
    let asides = this.#asides.get(app);
    if (!asides) this.#asides.set(app, (asides = new Map()));
    return asides;
  }
}

/** Whether a statement failed because of what it found, and not because of the database, the way to it or its own words. */
function isOfData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(21|22|23|54|P0|XX)/.test(code);
}
