import type { TreeNode } from '@tabard/contract';
import { toFailure, type Failure } from '../../base/failure.ts';
import type { Session } from '../../core/session.ts';

/** What is known of what lies right below an organization. */
interface Below {
  items: readonly TreeNode[];
  nextCursor: string | null;
  loading: boolean;
  failure: Failure | null;
}

/** One line of the tree as it stands: a place, or what its children are in instead. */
export interface TreeRow {
  id: string;
  node: TreeNode | null;
  /** The organization that the line lies below. */
  parentId: string | null;
  level: number;
  /** Place among its siblings, from 1, and how many there are; -1 where more are still to come. */
  position: number;
  size: number;
  open: boolean;
  state: 'place' | 'loading' | 'more' | 'failed' | 'none';
  failure?: Failure | null;
}

const PAGE = 200;

/** Which places are known and open. Children come when their organization is first opened, page by page. */
export class TreeRows {
  root: TreeNode | null = null;
  readonly #below = new Map<string, Below>();
  readonly #open = new Set<string>();
  readonly #onChange: () => void;
  #rows: readonly TreeRow[] | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Begins at a place, which is open from the start; the same one as before keeps what is known below it. */
  begin(root: TreeNode, session: Session): void {
    const same = this.root?.id === root.id;
    this.root = root;
    this.#rows = null;
    if (same) return;
    this.#below.clear();
    this.#open.clear();
    if (root.organizationId) void this.expand(root.organizationId, session);
  }

  get rows(): readonly TreeRow[] {
    return (this.#rows ??= this.root ? this.#walk(this.root) : []);
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  async expand(id: string, session: Session): Promise<void> {
    this.#open.add(id);
    this.#changed();
    if (!this.#below.get(id)?.items.length) await this.more(id, session);
  }

  collapse(id: string): void {
    this.#open.delete(id);
    this.#changed();
  }

  /** The next page of what lies below an organization. */
  async more(id: string, session: Session): Promise<void> {
    const known = this.#below.get(id);
    if (known?.loading || (known && !known.failure && !known.nextCursor)) return;
    const { items = [], nextCursor = null } = known ?? {};
    this.#say(id, { items, nextCursor, loading: true, failure: null });
    try {
      const page = await session.client.tree.list({
        organizationId: id,
        limit: PAGE,
        ...(nextCursor !== null && { cursor: nextCursor }),
      });
      this.#say(id, { ...page, items: [...items, ...page.items], loading: false, failure: null });
    } catch (error) {
      this.#say(id, { items, nextCursor, loading: false, failure: toFailure(error) });
    }
  }

  /** Asks again for what is known below some organizations, and for what they say of themselves. */
  async refresh(ids: readonly (string | null)[], session: Session): Promise<void> {
    for (const id of new Set(ids)) {
      const known = id === null ? undefined : this.#below.get(id);
      if (id === null || !known) continue;
      const pages: TreeNode[] = [];
      let cursor: string | null = null;
      do {
        const page = await session.client.tree.list({
          organizationId: id,
          limit: PAGE,
          ...(cursor !== null && { cursor }),
        });
        pages.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null && pages.length < known.items.length);
      this.#say(id, { items: pages, nextCursor: cursor, loading: false, failure: null });
    }
  }

  /** Organizations that are known and whose children are, from the root down to one. */
  above(id: string): string[] {
    const path: string[] = [];
    for (let at = this.find(id)?.parentId ?? null; at !== null; at = this.find(at)?.parentId ?? null) path.push(at);
    return path;
  }

  find(id: string): TreeNode | null {
    return this.rows.find((row) => row.node?.id === id)?.node ?? null;
  }

  #say(id: string, below: Below): void {
    this.#below.set(id, below);
    this.#changed();
  }

  #changed(): void {
    this.#rows = null;
    this.#onChange();
  }

  #walk(root: TreeNode): TreeRow[] {
    const rows: TreeRow[] = [];
    const add = (node: TreeNode, level: number, position: number, size: number): void => {
      const open = this.#open.has(node.id);
      rows.push({ id: node.id, node, parentId: node.parentId, level, position, size, open, state: 'place' });
      if (open) this.#walkBelow(node.id, level + 1, rows, add);
    };
    add(root, 1, 1, 1);
    return rows;
  }

  #walkBelow(
    id: string,
    level: number,
    rows: TreeRow[],
    add: (node: TreeNode, level: number, position: number, size: number) => void,
  ): void {
    const below = this.#below.get(id);
    const items = below?.items ?? [];
    const size = below?.nextCursor ? -1 : items.length;
    items.forEach((node, index) => add(node, level, index + 1, size));
    const state = stateOf(below);
    if (state)
      rows.push({
        id: `${id} ${state}`,
        node: null,
        parentId: id,
        level,
        position: items.length + 1,
        size,
        open: false,
        state,
        failure: below?.failure ?? null,
      });
  }
}

/** What stands after the children that are known; null where nothing does. */
function stateOf(below: Below | undefined): Exclude<TreeRow['state'], 'place'> | null {
  if (below?.failure) return 'failed';
  if (!below || below.loading) return 'loading';
  if (below.nextCursor) return 'more';
  return below.items.length === 0 ? 'none' : null;
}
