import type { AnyRole, Invitation, InvitationAnswer, Member } from '@tabard/contract';
import { madeRoles } from './sample-roles.ts';
import { ago } from './sample-records.ts';

const day = 24 * 60;
const soon = (days: number): string => ago(-days * day);
const place = { organizationId: 'org_1', workspaceId: 'wsp_1' };
const madeRoleOf = (role: AnyRole): Member['madeRole'] => {
  const made = madeRoles.find(({ id }) => id === role);
  return made ? { id: made.id, name: made.name } : null;
};
const member = (id: string, name: string, role: AnyRole, more: Partial<Member> = {}): Member => ({
  id,
  userId: `usr_${id}`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@harbor.example`,
  role,
  madeRole: madeRoleOf(role),
  ...place,
  inheritedFrom: null,
  canManage: true,
  canResetSecondFactor: false,
  canBecomeOwner: false,
  deactivatedAt: null,
  lastSeenAt: ago(45),
  createdAt: ago(90 * day),
  ...more,
});
const invitation = (id: string, email: string, role: AnyRole, more: Partial<Invitation> = {}): Invitation => ({
  id,
  email,
  role,
  madeRole: madeRoleOf(role),
  ...place,
  state: 'open',
  invitedBy: 'Mara Silva',
  canManage: true,
  mail: { state: 'sent', problem: null },
  createdAt: ago(2 * day),
  expiresAt: soon(5),
  ...more,
});

export const members: readonly Member[] = [
  member('mem_0', 'Mara Silva', 'workspace_admin'),
  member('mem_1', 'Joel Park', 'campaign_manager', {
    lastSeenAt: ago(3 * day),
    canResetSecondFactor: true,
    canBecomeOwner: true,
  }),
  member('mem_2', 'Priya Kapoor', 'viewer', { lastSeenAt: null }),
  member('mem_4', 'Sami Aalto', 'outreach_specialist', { lastSeenAt: ago(30 * day), deactivatedAt: ago(9 * day) }),
  member('mem_5', 'Ines Duarte', madeRoles[0]!.id),
  member('mem_3', 'Noor Haddad', 'org_admin', {
    email: 'noor@northlight.example',
    workspaceId: null,
    inheritedFrom: { id: 'org_1', name: 'Northlight' },
    canManage: false,
  }),
];

export const invitations: readonly Invitation[] = [
  invitation('inv_0', 'emil@harbor.example', 'outreach_specialist'),
  invitation('inv_1', 'chiara@harbor.example', 'viewer', {
    mail: { state: 'failed', problem: 'There is no such address: 550 5.1.1 no such user' },
  }),
  invitation('inv_2', 'aiko@harbor.example', 'client', {
    state: 'expired',
    createdAt: ago(9 * day),
    expiresAt: ago(2 * day),
  }),
];

/** What the platform answers about the people of a workspace. */
export const memberAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'members.list': () => ({ items: isEmpty ? members.slice(0, 1) : members, nextCursor: null }),
  'members.roles': () => ({
    roles: ['workspace_admin', 'campaign_manager', 'outreach_specialist', 'viewer', 'client'],
    made: madeRoles.map(({ id, name, description, inheritedFrom }) => ({ id, name, description, inheritedFrom })),
  }),
  'ownership.transfer': ({ id, role }: { id: string; role: AnyRole }) => ({
    owner: { ...members.find((one) => one.id === id), role: 'workspace_admin' },
    before: { ...members[0], role },
  }),
  'members.update': ({ id, role }: { id: string; role: AnyRole }) => ({
    ...members.find((one) => one.id === id),
    role,
    madeRole: madeRoleOf(role),
  }),
  'account.resetSecondFactor': ({ id }: { id: string }) => ({ id, wasOn: true }),
  'members.deactivate': ({ id }: { id: string }) => ({
    ...members.find((one) => one.id === id),
    deactivatedAt: ago(0),
  }),
  'members.reactivate': ({ id }: { id: string }) => ({ ...members.find((one) => one.id === id), deactivatedAt: null }),
  'members.remove': ({ id }: { id: string }) => ({ id }),
  'invitations.list': () => ({ items: isEmpty ? [] : invitations, nextCursor: null }),
  'invitations.create': ({ emails, role }: { emails: string[]; role: AnyRole }) => ({
    items: emails.map((email, index): InvitationAnswer => ({
      email,
      outcome: index === 1 ? 'member' : 'invited',
      invitation:
        index === 1 ? null : invitation(`inv_new_${index}`, email, role, { mail: { state: 'waiting', problem: null } }),
      link: index === 1 ? null : `https://app.northlight.example/invitation#iv_${index}`,
    })),
  }),
  'invitations.resend': ({ id }: { id: string }) => invitations.find((one) => one.id === id),
  'invitations.createLink': ({ id }: { id: string }) => ({
    id,
    link: 'https://app.northlight.example/invitation#iv_0KbT5uPqWm2rXy7cVn4sLd9hJf3gZaQe1234',
    expiresAt: soon(5),
  }),
  'invitations.revoke': ({ id }: { id: string }) => invitations.find((one) => one.id === id),
});
