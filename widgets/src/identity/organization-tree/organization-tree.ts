import { msg, str } from '@lit/localize';
import type { Page, TreeNode } from '@tabard/contract';
import { css, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { query, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { Tree } from '../../kit/tree.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { goToWorkspace } from '../go-to-workspace.ts';
import { refusalWords } from './refusal-words.ts';
import type { TreeAct } from './tree-acts.ts';
import { mayLie, treeLines } from './tree-lines.ts';
import { TreeRows, type TreeRow } from './tree-rows.ts';
import type { TreeTask } from './tree-tasks.ts';

interface Done {
  words: string;
  /** Organizations whose children are others now. */
  below: readonly (string | null)[];
  /** The place to stand on then. */
  at?: string;
}

/**
 * The organizations and workspaces that a person administers, as a tree: make, rename, move by hand or by dialog, suspend, archive, restore,
 * export, delete, open, and how the people of an organization sign in by a provider of its own.
 *
 * @summary Organizations and workspaces as a tree.
 * @event {CustomEvent<{ workspaceId: string, organizationId: string, name: string }>} open-place - Somebody wants to go into a workspace. Prevented, the host does it.
 */
export class OrganizationTree extends Widget {
  static override tag = 'organization-tree';
  static override widgetName = 'organization-tree' as const;
  static override permission = 'organization.read' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Tree];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/search-field.ts')).SearchField,
    async () => (await import('../../kit/menu.ts')).Menu,
  ];
  static override styles: CSSResultGroup = [
    Widget.styles,
    css`
      @container widget (inline-size < 640px) {
        .push {
          inline-size: 100%;
          order: 1;
        }
        .new {
          margin-inline-start: auto;
        }
      }
      .list {
        display: flex;
        flex-direction: column;
        overflow: hidden;
      }
    `,
  ];

  @state() private search = '';
  /** What a person is about to do, in a dialog. */
  @state() private task: TreeTask | null = null;
  /** The organization whose sign-in is being set up, in a dialog. */
  @state() private signOn: TreeNode | null = null;
  @query('.list > *') private tree!: Tree | null;

  readonly #rows = new TreeRows(() => this.requestUpdate());
  readonly #root = new Query<Page<TreeNode>>(this, {
    key: () => ['tree', 'root'],
    ask: (session) => session.client.tree.list({}),
    onFailure: this.onFailure,
  });
  readonly #found = new ListQuery<TreeNode>(this, {
    key: () => (this.search ? ['tree', 'search', this.search] : null),
    ask: (session, page) => session.client.tree.list({ ...page, search: this.search }),
    onFailure: this.onFailure,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const root = this.#root.value?.items[0];
    if (root && this.session && root !== this.#rows.root) this.#rows.begin(root, this.session);
  }

  protected override view(session: Session): TemplateResult {
    // Whoever is let into one workspace alone has no branch.
    if (this.#root.failure?.code === 'organization.not_found') return this.notAllowed();
    return html`<div class="bar">
        <h1>${msg('Organizations')}</h1>
        <x-search
          class="push"
          label=${msg('Find an organization or a workspace')}
          placeholder=${msg('Name or external id')}
          .value=${this.search}
          @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
        ></x-search>
        ${this.#new(session)}
      </div>
      <div class="panel list">
        ${this.search ? this.show(this.#found, ({ items }) => this.#results(session, items)) : this.show(this.#root, () => this.#tree(session, this.#rows.rows))}
      </div>
      ${
        this.task
          ? html`<x-tree-tasks
              .session=${session}
              .task=${this.task}
              @close=${() => (this.task = null)}
              @done=${(event: CustomEvent<Done>) => void this.#done(session, event.detail)}
            ></x-tree-tasks>`
          : ''
      }
      ${
        this.signOn
          ? html`<x-sign-on-tasks
              .session=${session}
              .node=${this.signOn}
              @close=${() => (this.signOn = null)}
              @done=${(event: CustomEvent<string>) => {
                this.signOn = null;
                void this.toast(event.detail);
              }}
            ></x-sign-on-tasks>`
          : ''
      }`;
  }

  /** The first thing that is made lies right below the own organization. */
  #new(session: Session): TemplateResult | '' {
    const { root } = this.#rows;
    if (!root || !session.can('organization.manage') || !this.offers('create-workspace')) return '';
    return html`<x-button
      class="new"
      variant="primary"
      icon="plus"
      @click=${() => void this.#begin({ kind: 'create-workspace', node: root })}
      >${msg('New workspace')}</x-button
    >`;
  }

  #results(session: Session, items: readonly TreeNode[]): TemplateResult {
    if (items.length === 0)
      return html`<x-empty
        heading=${msg(str`Nothing is called “${this.search}”`)}
        text=${msg('Look for a part of its name, or for its whole external id.')}
      ></x-empty>`;
    const size = this.#found.hasMore ? -1 : items.length;
    const rows = items.map((node, index): TreeRow => ({
      id: node.id,
      node,
      parentId: null,
      level: 1,
      position: index + 1,
      size,
      open: false,
      state: 'place',
    }));
    const more: TreeRow = {
      id: 'more',
      node: null,
      parentId: 'found',
      level: 1,
      position: rows.length + 1,
      size,
      open: false,
      state: 'more',
    };
    return this.#tree(session, this.#found.hasMore ? [...rows, more] : rows);
  }

  #tree(session: Session, rows: readonly TreeRow[]): TemplateResult {
    const find = (id: string): TreeNode | null => rows.find((row) => row.id === id)?.node ?? null;
    const more = (id: string): void => void (this.search ? this.#found.more() : this.#rows.more(id, session));
    return html`<x-tree
      .rows=${treeLines(rows, { session, found: this.search !== '', offers: this.#offers, more })}
      label=${msg('Organizations and workspaces')}
      .mayDrop=${(id: string, to: string) => mayLie(find(id), find(to))}
      @toggle=${(event: CustomEvent<string>) => this.#toggle(session, event.detail)}
      @more=${(event: CustomEvent<string>) => more(event.detail)}
      @act=${({ detail: { act, id } }: CustomEvent<{ act: TreeAct; id: string }>) => {
        const node = find(id);
        if (node) void this.#act(session, { act, node });
      }}
      @drop-line=${({ detail }: CustomEvent<{ id: string; to: string }>) => {
        const [node, to] = [find(detail.id), find(detail.to)];
        if (node && to) void this.#begin({ kind: 'move', node, to });
      }}
    ></x-tree>`;
  }
  readonly #offers = (act: string): boolean => this.offers(act);

  #toggle(session: Session, id: string): void {
    if (this.search) return;
    if (this.#rows.isOpen(id)) this.#rows.collapse(id);
    else void this.#rows.expand(id, session);
  }

  async #act(session: Session, { act, node }: { act: TreeAct; node: TreeNode }): Promise<void> {
    if (act === 'open') return this.#open(node);
    if (act === 'sign-on') return this.#beginSignOn(node);
    if (act !== 'resume' && act !== 'restore') return this.#begin({ kind: act, node });
    const { organizationId, workspaceId } = node;
    const named = workspaceId ? { workspaceId } : { organizationId: organizationId ?? '' };
    await this.attempt(async () => {
      await session.client.tree[act](named);
      const words = act === 'resume' ? msg(str`${node.name} goes on.`) : msg(str`${node.name} is back.`);
      await this.#done(session, { words, below: [node.parentId, organizationId] });
    });
  }

  /** Goes into a workspace, unless the host does it: where the app stands at the platform, it lies at the workspace's id. */
  #open({ workspaceId, parentId, name }: TreeNode): void {
    if (this.announce('open-place', { workspaceId, organizationId: parentId, name })) goToWorkspace(workspaceId ?? '');
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: TreeTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./tree-tasks.ts')).TreeTasks);
      this.task = task;
    });
  }

  async #beginSignOn(node: TreeNode): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./sign-on-tasks.ts')).SignOnTasks);
      this.signOn = node;
    });
  }

  /** What was done is seen: where it lies is asked for again, with what is counted above it. */
  async #done(session: Session, { words, below, at }: Done): Promise<void> {
    this.task = null;
    void this.toast(words);
    const above = below.flatMap((id) => (id ? this.#rows.above(id) : []));
    await this.attempt(() => this.#rows.refresh([...above, ...below], session));
    session.cache.invalidate(['tree']);
    if (at && !this.search) await this.tree?.show(at);
  }
}
