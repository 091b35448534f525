/** A row that may only point at a row of its own workspace. `cascade`: it goes with what it points at. */
export interface Link {
  table: string;
  column: string;
  target: string;
  onDelete?: 'cascade';
}

/**
 * The links between tenant tables, as composite foreign keys led by the workspace. Not linked on purpose: deliveries and mail
 * events (millions a day, written by the sender from rows it has just locked), imports to uploads (gone after a day).
 */
const links: readonly Link[] = [
  { table: 'step', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'audience_part', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'enrollment', column: 'campaign_id', target: 'campaign', onDelete: 'cascade' },
  { table: 'enrollment', column: 'lead_id', target: 'lead', onDelete: 'cascade' },
  { table: 'enrollment', column: 'mailbox_id', target: 'mailbox' },
  { table: 'conversation', column: 'mailbox_id', target: 'mailbox' },
  { table: 'message', column: 'conversation_id', target: 'conversation', onDelete: 'cascade' },
  { table: 'mail_attempt', column: 'mailbox_id', target: 'mailbox', onDelete: 'cascade' },
];

/** The statements that make the links. */
export function linkStatements(): string[] {
  return links.map(
    ({ table, column, target, onDelete }) =>
      `alter table "${table}" add constraint "${table}_${column}_link" foreign key ("workspace_id", "${column}")` +
      ` references "${target}" ("workspace_id", "id")${onDelete ? ` on delete ${onDelete}` : ''}`,
  );
}
