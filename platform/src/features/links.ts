/**
 * A row that may only point at a row of its own workspace. `cascade`: it goes with what it points at; `set null`: it stays and points at
 * nothing. `isDeferred`: rows of one table may come in any order within a transaction.
 */
export interface Link {
  table: string;
  column: string;
  target: string;
  onDelete?: 'cascade' | 'set null';
  isDeferred?: true;
}

/**
 * The links between tenant tables, as composite foreign keys led by the workspace. Not linked on purpose: deliveries and mail
 * events (millions a day, written by the sender from rows it has just locked), leads to companies (it took a fifth of an import; whoever
 * writes one holds the company's row), counts of mails to their leads (they follow mail events), imports to uploads and parts of bulk operations (gone after a day), merges to their companies and leads (gone
 * after a month), leads to those that they became part of (none is deleted).
 */
export const links: readonly Link[] = [
  { table: 'company_domain', column: 'company_id', target: 'company', onDelete: 'cascade' },
  { table: 'company', column: 'parent_id', target: 'company', onDelete: 'set null', isDeferred: true },
  { table: 'company', column: 'merged_into_id', target: 'company', onDelete: 'set null', isDeferred: true },
  { table: 'lead_reach', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'lead_distinct', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'lead_distinct', column: 'other_id', target: 'lead', onDelete: 'cascade' },
  { table: 'lead_tag', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'lead_tag', column: 'tag_id', target: 'tag' },
  { table: 'list_member', column: 'list_id', target: 'list', onDelete: 'cascade' },
  { table: 'list_member', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  ...(['note', 'logged_activity'] as const).flatMap((table): Link[] => [
    { table, column: 'lead_id', target: 'lead', onDelete: 'cascade' },
    { table, column: 'company_id', target: 'company', onDelete: 'cascade' },
    { table, column: 'deal_id', target: 'deal', onDelete: 'cascade' },
  ]),
  // Bytes go before rows: what is left without its record is swept with its versions.
  ...(['file', 'file_upload'] as const).flatMap((table): Link[] => [
    { table, column: 'lead_id', target: 'lead', onDelete: 'set null' },
    { table, column: 'company_id', target: 'company', onDelete: 'set null' },
    { table, column: 'deal_id', target: 'deal', onDelete: 'set null' },
  ]),
  { table: 'file_link', column: 'file_id', target: 'file', onDelete: 'cascade' },
  { table: 'file_version', column: 'file_id', target: 'file', onDelete: 'cascade' },
  { table: 'note_mention', column: 'note_id', target: 'note', onDelete: 'cascade' },
  { table: 'task', column: 'lead_id', target: 'lead', onDelete: 'set null' },
  { table: 'task', column: 'company_id', target: 'company', onDelete: 'set null' },
  { table: 'task', column: 'deal_id', target: 'deal', onDelete: 'set null' },
  { table: 'team_member', column: 'team_id', target: 'team', onDelete: 'cascade' },
  { table: 'pipeline_stage', column: 'pipeline_id', target: 'pipeline', onDelete: 'cascade' },
  { table: 'deal', column: 'pipeline_id', target: 'pipeline' },
  { table: 'deal', column: 'stage_id', target: 'pipeline_stage' },
  { table: 'deal', column: 'company_id', target: 'company', onDelete: 'set null' },
  { table: 'deal', column: 'reason_id', target: 'deal_reason', onDelete: 'set null' },
  { table: 'deal', column: 'campaign_id', target: 'campaign', onDelete: 'set null' },
  { table: 'conversion', column: 'lead_id', target: 'lead', onDelete: 'set null' },
  { table: 'conversion', column: 'deal_id', target: 'deal', onDelete: 'set null' },
  { table: 'conversion', column: 'campaign_id', target: 'campaign', onDelete: 'set null' },
  { table: 'deal_lead', column: 'deal_id', target: 'deal', onDelete: 'cascade' },
  { table: 'deal_lead', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'deal_move', column: 'deal_id', target: 'deal', onDelete: 'cascade' },
  { table: 'deal_move', column: 'to_stage_id', target: 'pipeline_stage' },
  { table: 'step', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'audience_part', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'enrollment', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'enrollment', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'enrollment', column: 'mailbox_id', target: 'mailbox' },
  { table: 'conversation', column: 'mailbox_id', target: 'mailbox' },
  { table: 'message', column: 'conversation_id', target: 'conversation', onDelete: 'cascade' },
  { table: 'mail_attempt', column: 'mailbox_id', target: 'mailbox', onDelete: 'cascade' },
];

/** The name of a link's constraint. */
const nameOf = ({ table, column }: Link) => `${table}_${column}_link`;

/** The statement that takes a link away; what comes before the name says of which table. */
export const unlinkStatement = (link: Link): string => `alter table "${link.table}" drop constraint "${nameOf(link)}"`;

/** The statement that makes a link. */
export const linkStatement = (link: Link): string =>
  `alter table "${link.table}" add constraint "${nameOf(link)}" foreign key ("workspace_id", "${link.column}")` +
  ` references "${link.target}" ("workspace_id", "id")${link.onDelete ? ` on delete ${link.onDelete}` : ''}` +
  `${link.onDelete === 'set null' ? ` ("${link.column}")` : ''}${link.isDeferred ? ' deferrable initially deferred' : ''}`;
