import { msg, str } from '@lit/localize';
import type { AnyRole, GivableRoles, Member, Role, RoleView } from '@tabard/contract';
import type { Option } from '../kit/select.ts';

/** What one person is called who has a role, and what it lets them do. */
function roleWords(role: Role): readonly [name: string, may: string] {
  const words: Record<Role, readonly [string, string]> = {
    super_admin: [msg('Operator'), msg('Everything, in every organization.')],
    org_admin: [msg('Organization admin'), msg('Everything in the organization and all of its workspaces.')],
    workspace_admin: [msg('Workspace admin'), msg('All the work, the settings and the people of a workspace.')],
    campaign_manager: [
      msg('Campaign manager'),
      msg('The daily work, launching, pausing and ending campaigns, and exporting leads.'),
    ],
    outreach_specialist: [
      msg('Outreach specialist'),
      msg('The daily work: leads, templates, drafts of campaigns, answers in the inbox.'),
    ],
    viewer: [msg('Viewer'), msg('Looks at all the work and changes nothing.')],
    client: [msg('Client'), msg('Looks at campaigns, conversations and figures.')],
  };
  return words[role];
}

/** Whether a role is one of those that are always there. */
const isBuiltIn = (role: AnyRole): role is Role => !role.startsWith('rol_');

/** What somebody is called who has a role, built-in or made. */
export function roleName({ role, madeRole }: Pick<Member, 'role'> & Partial<Pick<Member, 'madeRole'>>): string {
  if (isBuiltIn(role)) return roleWords(role)[0];
  return madeRole?.name ?? msg('A role that no longer counts');
}

/** What a built-in role lets one do. */
export const roleHint = (role: Role): string => roleWords(role)[1];

/** Where a role comes from that is not of the very place. */
export const fromAbove = ({ name }: NonNullable<RoleView['inheritedFrom']>): string =>
  name ? msg(str`From ${name}`) : msg('From an organization above');

/** Roles to choose from, each with what it lets one do; those that were made above with where, for two may be called alike. */
export const roleOptions = (roles: readonly Role[], made: GivableRoles['made'] = []): Option[] => [
  ...roles.map((value) => ({ value, label: roleWords(value)[0], hint: roleWords(value)[1] })),
  ...made.map(({ id, name, description, inheritedFrom }) => ({
    value: id,
    label: name,
    hint: [inheritedFrom && fromAbove(inheritedFrom), description].filter(Boolean).join(' · '),
  })),
];
