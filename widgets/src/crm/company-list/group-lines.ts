import { msg } from '@lit/localize';
import type { GroupMember } from '@tabard/contract/crm/company';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { TreeLine } from '../../kit/tree.ts';
import { leadsWord } from './company-columns.ts';

/** What can be done with a company of a group. */
export type GroupAct = 'open' | 'add' | 'move' | 'alone';

interface Around {
  /** The company that is looked at. */
  current: string;
  /** Those whose subsidiaries are not shown. */
  shut: ReadonlySet<string>;
  writes: boolean;
  format: Format;
}

/** The companies of a group as lines of a tree, each before those below it. */
export function groupLines(items: readonly GroupMember[], around: Around): TreeLine[] {
  const below = Map.groupBy(items, ({ parentId }) => parentId ?? '');
  const known = new Set(items.map(({ id }) => id));
  const lines: TreeLine[] = [];
  const add = (members: readonly GroupMember[], level: number): void =>
    members.forEach((member, at) => {
      const children = below.get(member.id) ?? [];
      const open = !around.shut.has(member.id);
      lines.push({
        id: member.id,
        parentId: member.parentId,
        name: member.name,
        level,
        position: at + 1,
        size: members.length,
        open: children.length > 0 ? open : undefined,
        quiet: member.archivedAt !== null,
        moves: around.writes && member.archivedAt === null,
        acts: actsOf(member, around),
        content: contentOf(member, around),
      });
      if (open) add(children, level + 1);
    });
  add(
    items.filter(({ parentId }) => !parentId || !known.has(parentId)),
    1,
  );
  return lines;
}

function actsOf(
  { id, parentId, archivedAt }: GroupMember,
  { current, writes }: Around,
): (MenuItem & { id: GroupAct })[] {
  return [
    ...(id === current ? [] : [{ id: 'open' as const, label: msg('Open'), icon: 'next' as const }]),
    ...(writes && archivedAt === null
      ? [
          { id: 'add' as const, label: msg('Add a company below'), icon: 'plus' as const },
          { id: 'move' as const, label: msg('Move'), icon: 'upload' as const },
          ...(parentId ? [{ id: 'alone' as const, label: msg('Take out of the group'), icon: 'minus' as const }] : []),
        ]
      : []),
  ];
}

const contentOf = (member: GroupMember, { current, format }: Around) =>
  html`<span class="words"
      ><bdi class="strong" title=${member.name}>${member.name}</bdi
      ><span class="caption"
        >${member.domain ?? ''}<span class="few"
          >${member.domain ? ' · ' : ''}${leadsWord(member.leadCount, format)}</span
        ></span
      ></span
    ><span class="side"
      ><span class="caption">${leadsWord(member.leadCount, format)}</span>${
        member.archivedAt
          ? badgeMark(msg('Archived'), 'neutral')
          : member.id === current
            ? badgeMark(msg('This one'), 'accent')
            : ''
      }</span
    >`;

/** Whether a company may come below another one: none of those below it, and not the one that it lies below already. */
export function mayLie(items: readonly GroupMember[], id: string, to: string): boolean {
  const find = (one: string | null) => items.find((member) => member.id === one);
  const [member, target] = [find(id), find(to)];
  if (!member || !target || target.archivedAt || member.parentId === to) return false;
  for (let at: GroupMember | undefined = target; at; at = find(at.parentId)) if (at.id === id) return false;
  return true;
}
