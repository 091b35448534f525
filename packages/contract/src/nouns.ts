import { snakeCase, type SnakeCase } from './letter-case.ts';

/** How a noun is registered: what ids, permissions, error codes and events are derived from. */
interface NounEntry {
  /** What its public ids begin with; left out where it has none. */
  prefix?: string;
  /** What it is called in front of people, in English: singular and plural. */
  words: readonly [one: string, many: string];
  /** Its name in permissions, where that is not its own. */
  resource?: string;
  /** What one can be allowed to do with it; a noun without any is reached through another. */
  permissions?: readonly string[];
  /** `work` is what a workspace's people do all day, `admin` what few may. Roles grant by it. */
  of: 'work' | 'admin';
  /** The role `client` may read it. */
  clientReads?: true;
  /** It is described (`describeNoun`), so it has the standard events. */
  described?: true;
  /** It stands on a lead, a company or a deal: its events say which, and are about that record. */
  onRecord?: true;
  /** It has an element `<noun>-list` for its list, whose sessions can hold all that is allowed with it. */
  list?: true;
}

/**
 * Every noun of the product, once. Public ids, permissions, what roles may do, `<noun>.not_found` and the standard events follow
 * from it. Free of zod, so browsers may import it.
 */
export const nouns = {
  organization: {
    prefix: 'org',
    words: ['organization', 'organizations'],
    permissions: ['read', 'manage'],
    of: 'admin',
  },
  workspace: {
    prefix: 'wsp',
    words: ['workspace', 'workspaces'],
    permissions: ['read', 'manage'],
    of: 'work',
    clientReads: true,
  },
  user: { prefix: 'usr', words: ['user', 'users'], of: 'admin' },
  userSession: { prefix: 'uss', words: ['sign-in', 'sign-ins'], of: 'admin' },
  passkey: { prefix: 'pky', words: ['passkey', 'passkeys'], of: 'admin' },
  userIdentity: { prefix: 'uid', words: ['identity', 'identities'], of: 'admin' },
  identityProvider: { prefix: 'idp', words: ['identity provider', 'identity providers'], of: 'admin' },
  member: { prefix: 'mem', words: ['member', 'members'], permissions: ['read', 'manage'], of: 'admin' },
  team: {
    prefix: 'tea',
    words: ['team', 'teams'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  invitation: { prefix: 'inv', words: ['invitation', 'invitations'], of: 'admin' },
  role: { prefix: 'rol', words: ['role', 'roles'], permissions: ['manage'], of: 'admin' },
  apiKey: { prefix: 'key', words: ['API key', 'API keys'], permissions: ['manage'], of: 'admin' },
  embedSession: {
    prefix: 'ems',
    words: ['embed session', 'embed sessions'],
    permissions: ['create'],
    of: 'admin',
  },
  hostedPage: { prefix: 'hpg', words: ['page', 'pages'], of: 'admin' },
  domain: { prefix: 'dom', words: ['domain', 'domains'], permissions: ['read', 'manage'], of: 'admin' },
  snapshot: { prefix: 'snp', words: ['snapshot', 'snapshots'], of: 'admin' },
  snapshotRollOut: { prefix: 'sro', words: ['roll-out', 'roll-outs'], of: 'admin' },
  settings: { words: ['setting', 'settings'], permissions: ['read', 'manage'], of: 'admin' },
  lead: {
    prefix: 'lea',
    words: ['lead', 'leads'],
    permissions: ['read', 'write', 'import', 'export', 'delete'],
    of: 'work',
    described: true,
  },
  company: {
    prefix: 'com',
    words: ['company', 'companies'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  companyMerge: { prefix: 'cpm', words: ['merge', 'merges'], of: 'work' },
  companyMatch: { prefix: 'cpt', words: ['match', 'matches'], of: 'work' },
  note: {
    prefix: 'not',
    words: ['note', 'notes'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    onRecord: true,
  },
  loggedActivity: {
    prefix: 'act',
    words: ['activity', 'activities'],
    resource: 'activity',
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    onRecord: true,
  },
  task: {
    prefix: 'tsk',
    words: ['task', 'tasks'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    onRecord: true,
    list: true,
  },
  file: {
    prefix: 'fil',
    words: ['file', 'files'],
    permissions: ['read', 'write', 'delete'],
    of: 'work',
    described: true,
    onRecord: true,
  },
  fileUpload: { prefix: 'fup', words: ['upload of a file', 'uploads of files'], of: 'work' },
  fileLink: { prefix: 'fln', words: ['link to a file', 'links to files'], of: 'work' },
  calendarFeed: { prefix: 'cal', words: ['calendar feed', 'calendar feeds'], of: 'work' },
  customField: {
    prefix: 'cfd',
    words: ['custom field', 'custom fields'],
    permissions: ['read', 'manage'],
    of: 'work',
    described: true,
    list: true,
  },
  segment: {
    prefix: 'seg',
    words: ['segment', 'segments'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  tag: {
    prefix: 'tag',
    words: ['tag', 'tags'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  list: {
    prefix: 'lst',
    words: ['list', 'lists'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  leadDeletion: { words: ['deletion of leads', 'deletions of leads'], of: 'work' },
  leadMerge: { prefix: 'lmg', words: ['merge of leads', 'merges of leads'], of: 'work' },
  pipeline: {
    prefix: 'ppl',
    words: ['pipeline', 'pipelines'],
    permissions: ['read', 'manage'],
    of: 'work',
    described: true,
    list: true,
  },
  pipelineStage: { prefix: 'pst', words: ['stage', 'stages'], of: 'work' },
  cost: {
    prefix: 'cos',
    words: ['cost', 'costs'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  conversion: {
    prefix: 'cvn',
    words: ['conversion', 'conversions'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
  },
  dealReason: {
    prefix: 'drs',
    words: ['reason', 'reasons'],
    resource: 'pipeline',
    permissions: ['read', 'manage'],
    of: 'work',
    described: true,
  },
  deal: { prefix: 'dea', words: ['deal', 'deals'], permissions: ['read', 'write'], of: 'work', described: true },
  bulkOperation: { prefix: 'blk', words: ['bulk operation', 'bulk operations'], of: 'work' },
  leadExport: { prefix: 'lex', words: ['export', 'exports'], of: 'work' },
  leadImport: { prefix: 'imp', words: ['import', 'imports'], of: 'work' },
  upload: { prefix: 'upl', words: ['upload', 'uploads'], of: 'work' },
  template: {
    prefix: 'tpl',
    words: ['template', 'templates'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
    list: true,
  },
  mailbox: {
    prefix: 'mbx',
    words: ['mailbox', 'mailboxes'],
    permissions: ['read', 'manage'],
    of: 'work',
    described: true,
    list: true,
  },
  campaign: {
    prefix: 'cmp',
    words: ['campaign', 'campaigns'],
    permissions: ['read', 'write', 'launch'],
    of: 'work',
    clientReads: true,
    described: true,
  },
  step: { prefix: 'stp', words: ['step', 'steps'], of: 'work' },
  enrollment: { prefix: 'enr', words: ['enrollment', 'enrollments'], of: 'work' },
  delivery: { prefix: 'dlv', words: ['delivery', 'deliveries'], of: 'work' },
  suppression: {
    prefix: 'sup',
    words: ['suppression', 'suppressions'],
    permissions: ['read', 'write'],
    of: 'work',
    described: true,
  },
  conversation: {
    prefix: 'cnv',
    words: ['conversation', 'conversations'],
    resource: 'inbox',
    permissions: ['read', 'reply'],
    of: 'work',
    clientReads: true,
  },
  message: { prefix: 'msg', words: ['message', 'messages'], of: 'work' },
  savedSearch: { prefix: 'svs', words: ['saved search', 'saved searches'], of: 'work' },
  event: { prefix: 'evt', words: ['event', 'events'], of: 'work' },
  auditLog: { prefix: 'aud', words: ['entry', 'entries'], permissions: ['read'], of: 'admin' },
  rollUp: { words: ['overview', 'overviews'], of: 'admin' },
  analytics: { words: ['figure', 'figures'], permissions: ['read'], of: 'work', clientReads: true },
} as const satisfies Record<string, NounEntry>;

type Nouns = typeof nouns;
/** A noun of the product, in camelCase. */
export type NounName = keyof Nouns;
/** What a noun is called in permissions. */
export type Resource<N extends NounName> = Nouns[N] extends { resource: infer R extends string } ? R : SnakeCase<N>;
/** A noun that has ids. */
export type IdKind = { [N in NounName]: Nouns[N] extends { prefix: string } ? N : never }[NounName];
/** A noun that is described, so that it has the standard actions and events. */
export type DescribedNoun = { [N in NounName]: Nouns[N] extends { described: true } ? N : never }[NounName];
/** A described noun that stands on a lead, a company or a deal. */
export type NounOnRecord = { [N in DescribedNoun]: Nouns[N] extends { onRecord: true } ? N : never }[DescribedNoun];

/** A noun whose list is an element. */
export type ListedNoun = { [N in NounName]: Nouns[N] extends { list: true } ? N : never }[NounName];

/** Every noun with what is known of it, in the order of the list. */
export const nounEntries = Object.entries(nouns) as [NounName, NounEntry][]; // keys of an object literal

/** What a noun is called in permissions. */
export function resourceOf<N extends NounName>(noun: N): Resource<N> {
  const entry: NounEntry = nouns[noun];
  return (entry.resource ?? snakeCase(noun)) as Resource<N>; // does what the type says
}
