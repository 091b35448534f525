import { nounEntries, resourceOf, type nouns, type NounName, type Resource } from './nouns.ts';

/** Something a principal can be allowed to do: `<noun>.<what>`, from the list of nouns. */
export type Permission = {
  [N in NounName]: (typeof nouns)[N] extends { permissions: readonly (infer What extends string)[] }
    ? `${Resource<N>}.${What}`
    : never;
}[NounName];

type Allowed = (permission: Permission, entry: (typeof nounEntries)[number][1]) => boolean;

/** All permissions that a rule lets through. */
const where = (allowed: Allowed): readonly Permission[] =>
  // Nouns that share a resource share what one can be allowed to do with it.
  [
    ...new Set(
      nounEntries.flatMap(([noun, entry]) =>
        (entry.permissions ?? [])
          .map((what) => `${resourceOf(noun)}.${what}` as Permission) // the pairs the type is made of
          .filter((permission) => allowed(permission, entry)),
      ),
    ),
  ];

/** The closed list of what a principal can be allowed to do. Free of zod, so browsers may import it. */
export const permissions: readonly Permission[] = where(() => true);

const reads: Allowed = (permission, { of }) => of === 'work' && permission.endsWith('.read');
/** What those who do the daily work may beyond reading and writing. */
const daily = new Set<Permission>(['lead.import', 'inbox.reply', 'file.delete']);
const works: Allowed = (permission, entry) =>
  reads(permission, entry) || (entry.of === 'work' && permission.endsWith('.write')) || daily.has(permission);
/** What those who run campaigns may beyond the daily work; taking all leads along is not everybody's. */
const manages = new Set<Permission>(['campaign.launch', 'lead.export']);
const ofOrganizations = new Set<Permission>(['organization.manage', 'api_key.manage']);

/** What one does all day; no page can administer a workspace or make credentials. */
export const workPermissions = where((permission, { of }) => of === 'work' && permission !== 'workspace.manage');

/**
 * What each built-in role may do, from the most to the least: rules over the list of nouns, so that a new one is usable by the
 * people who should use it, and the exceptions.
 */
export const rolePermissions = {
  super_admin: permissions,
  org_admin: permissions,
  workspace_admin: where((permission) => !ofOrganizations.has(permission)),
  campaign_manager: where((permission, entry) => works(permission, entry) || manages.has(permission)),
  outreach_specialist: where(works),
  viewer: where(reads),
  client: where((permission, entry) => reads(permission, entry) && entry.clientReads === true),
} as const satisfies Record<string, readonly Permission[]>;

/** A built-in role. */
export type Role = keyof typeof rolePermissions;

/** What one person is called who has this role, and what it lets them do, in English. */
export const roleWords = {
  super_admin: ['Operator', 'Everything, in every organization of the installation.'],
  org_admin: [
    'Organization admin',
    'Everything in the organization and all of its workspaces: keys, brand, people, work.',
  ],
  workspace_admin: ['Workspace admin', 'All the work, the settings and the people of a workspace.'],
  campaign_manager: [
    'Campaign manager',
    'The daily work, launching, pausing and ending campaigns, and exporting leads.',
  ],
  outreach_specialist: [
    'Outreach specialist',
    'The daily work: leads, templates, drafts of campaigns, answering in the inbox.',
  ],
  viewer: ['Viewer', 'Looks at all the work and changes nothing.'],
  client: ['Client', 'Looks at campaigns, conversations and figures.'],
} as const satisfies Record<keyof typeof rolePermissions, readonly [name: string, may: string]>;

/** The built-in roles, from the most to the least powerful. */
export const roles = Object.keys(rolePermissions) as Role[];
