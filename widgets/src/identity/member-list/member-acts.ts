import { msg } from '@lit/localize';
import type { Member } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';

export type MemberAct = 'edit' | 'transfer' | 'reset' | 'deactivate' | 'reactivate' | 'remove';

/** What the reader may do about a member. */
export function memberActs({
  canManage,
  canResetSecondFactor,
  canBecomeOwner,
  deactivatedAt,
}: Member): (MenuItem & { id: MemberAct })[] {
  return [
    ...(canManage ? [{ id: 'edit', label: msg('Change role'), icon: 'edit' } as const] : []),
    ...(canBecomeOwner ? [{ id: 'transfer', label: msg('Make the owner'), icon: 'send' } as const] : []),
    ...(canResetSecondFactor ? [{ id: 'reset', label: msg('Reset two-factor sign-in'), icon: 'unlock' } as const] : []),
    ...(canManage
      ? [
          deactivatedAt
            ? ({ id: 'reactivate', label: msg('Reactivate'), icon: 'play' } as const)
            : ({ id: 'deactivate', label: msg('Deactivate'), icon: 'pause' } as const),
          { id: 'remove', label: msg('Remove'), icon: 'trash', danger: true } as const,
        ]
      : []),
  ];
}

/** Says that a member may do nothing here now. */
export const deactivatedMark = ({ deactivatedAt }: Pick<Member, 'deactivatedAt'>): TemplateResult | '' =>
  deactivatedAt ? badgeMark(msg('Deactivated'), 'warning') : '';

/** The dialog of what a person is about to do; its code comes when it is first wanted. */
export async function dialogOf(kind: string): Promise<PrefixedElementClass> {
  if (kind === 'reset') return (await import('./reset-task.ts')).ResetTask;
  if (kind === 'transfer') return (await import('./transfer-task.ts')).TransferTask;
  return (await import('./member-tasks.ts')).MemberTasks;
}
