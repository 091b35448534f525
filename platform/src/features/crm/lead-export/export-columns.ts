import { leadNoun, toPublicId, type Field } from '@tabard/contract';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { LeadEmail, LeadPhone } from '@tabard/contract/crm/lead-reach';
import { leadExportFields, type LeadExportColumns, type LeadExportField } from '@tabard/contract/crm/lead-export';
import { readCustomFields, type LiveField } from '#features/crm/custom-field';
import type { ReadScope } from '#kernel';

/** What a cell can be: text, a number, yes or no, a moment or a day as ISO 8601 writes it. */
export type CellKind = 'text' | 'number' | 'boolean' | 'moment' | 'day';
export type CellValue = string | number | boolean | null;

/** One column of a file: the SQL of its value over the lead `l` and its mails `m`, and how a value stands in a cell. */
export interface ExportColumn {
  kind: CellKind;
  sql: string;
  cell: (value: unknown) => CellValue;
}

const asItIs = (value: unknown): CellValue => value as CellValue; // a text, number or boolean of JSON
const joined = (value: unknown): CellValue => (value as readonly string[]).join(', ') || null;
const text = (sql: string): ExportColumn => ({ kind: 'text', sql, cell: asItIs });
const count = (name: string): ExportColumn => ({ kind: 'number', sql: `coalesce(m.${name}, 0)`, cell: asItIs });
const moment = (sql: string): ExportColumn => ({ kind: 'moment', sql, cell: asItIs });
const words = (sql: string): ExportColumn => ({ kind: 'text', sql, cell: joined });
const id = (noun: Parameters<typeof toPublicId>[0], sql: string): ExportColumn => ({
  kind: 'text',
  sql,
  cell: (value) => (typeof value === 'string' ? toPublicId(noun, value) : null),
});

const columns: Readonly<Record<LeadExportField, ExportColumn>> = {
  email: text('l.email'),
  firstName: text('l.first_name'),
  lastName: text('l.last_name'),
  company: text('l.company'),
  title: text('l.title'),
  department: text('l.department'),
  seniority: text('l.seniority'),
  phone: text('l.phone'),
  phoneNormal: text('l.phone_normal'),
  emails: {
    kind: 'text',
    sql: 'l.emails',
    cell: (value) => joined((value as LeadEmail[]).map(({ email }) => email)),
  },
  phones: {
    kind: 'text',
    sql: 'l.phones',
    cell: (value) => joined((value as LeadPhone[]).map(({ number }) => number)),
  },
  address: text('l.address'),
  postalCode: text('l.postal_code'),
  city: text('l.city'),
  region: text('l.region'),
  country: text('l.country'),
  website: text('l.website'),
  linkedinUrl: text('l.linkedin_url'),
  xUrl: text('l.x_url'),
  profiles: words('l.profiles'),
  language: text('l.language'),
  timeZone: text('l.time_zone'),
  tags: words('l.tags'),
  lists: words(
    `array(select i.name from list_member of join list i on i.workspace_id = of.workspace_id and i.id = of.list_id
            where of.workspace_id = l.workspace_id and of.lead_id = l.id and i.archived_at is null order by i.name)`,
  ),
  ownerName: text('(select u.name from member o join app_user u on u.id = o.user_id where o.id = l.owner_id)'),
  score: { kind: 'number', sql: 'l.score', cell: asItIs },
  lifecycle: text('l.lifecycle'),
  status: text('l.status'),
  lawfulBasis: text('l.lawful_basis'),
  lawfulBasisSource: text('l.lawful_basis_source'),
  lawfulBasisAt: moment('l.lawful_basis_at'),
  sent: count('sent'),
  opened: count('opened'),
  clicked: count('clicked'),
  replied: count('replied'),
  lastContactedAt: moment('m.contacted_at'),
  lastRepliedAt: moment('m.replied_at'),
  source: text('l.source'),
  createdAt: moment('l.created_at'),
  updatedAt: moment('l.updated_at'),
  archivedAt: moment('l.archived_at'),
  id: id('lead', 'l.id'),
  ownerId: id('member', 'l.owner_id'),
  companyId: id('company', 'l.company_id'),
  importId: id('leadImport', 'l.import_id'),
};

/** What columns without a field of the same name are called. */
const labels: Partial<Record<LeadExportField, string>> = {
  sent: 'Mails sent',
  opened: 'Mails opened',
  clicked: 'Mails clicked',
  replied: 'Mails replied',
  lastContactedAt: 'Last contacted',
  lastRepliedAt: 'Last reply',
  createdAt: 'Added',
  updatedAt: 'Changed',
  archivedAt: 'Archived',
  id: 'ID',
  ownerId: 'Owner ID',
  companyId: 'Company ID',
  importId: 'Import ID',
};

const labelOf = (name: LeadExportField): string =>
  labels[name] ?? (leadNoun.fields as Readonly<Record<string, Pick<Field, 'facts'>>>)[name]?.facts.label ?? name;

/** Whether the caller may see what a column holds: the names of lists are read by those who may read lists. */
const mayRead = ({ principal }: Pick<ReadScope, 'principal'>, name: string): boolean =>
  name !== 'lists' || principal.permissions.has('list.read');

/** All columns that the caller can export, own fields last. */
export async function listColumns(scope: ReadScope): Promise<LeadExportColumns> {
  const own = await readCustomFields(scope, 'lead');
  return {
    columns: [
      ...leadExportFields
        .filter((name) => mayRead(scope, name))
        .map((name) => ({ name, label: labelOf(name), custom: false })),
      ...[...own.values()].map(({ key, label }) => ({ name: `custom.${key}`, label, custom: true })),
    ],
  };
}

/** A column that cannot be given, and why. */
export interface ColumnFault {
  path: string;
  reason: 'repeated' | 'not_allowed';
  message: string;
}

/** The columns of an export with their headings, or what is wrong with them. */
export async function settleColumns(
  scope: ReadScope,
  given: readonly { name: string; heading?: string | undefined }[],
): Promise<{ columns: { name: string; heading: string }[]; faults: ColumnFault[] }> {
  const own = await readCustomFields(scope, 'lead');
  const faults: ColumnFault[] = [];
  const seen = new Set<string>();
  const settled = given.map(({ name, heading }, place) => {
    const path = `columns.${place}.name`;
    if (seen.has(name)) faults.push({ path, reason: 'repeated', message: 'Give each column once.' });
    else if (!mayRead(scope, name))
      faults.push({ path, reason: 'not_allowed', message: 'This needs the permission "list.read".' });
    seen.add(name);
    const field = name.startsWith('custom.') ? (own.get(name.slice(7))?.label ?? name.slice(7)) : undefined;
    return { name, heading: heading ?? field ?? labelOf(name as LeadExportField) };
  });
  return { columns: settled, faults };
}

/** How the columns of an export are read; a custom value stands as mails and files show it, under a key without a field as it is. */
export function columnsOf(names: readonly string[], own: ReadonlyMap<string, LiveField>): ExportColumn[] {
  return names.map((name) =>
    name.startsWith('custom.') ? customColumn(name.slice(7), own.get(name.slice(7))) : columns[name as LeadExportField],
  );
}

function customColumn(key: string, field: LiveField | undefined): ExportColumn {
  // A key is of letters, digits and underscores.
  const sql = `l.custom -> '${key}'`;
  const shown = (value: unknown) => (value === null ? null : showCustomValue(field, value));
  if (field?.type === 'number')
    return { kind: 'number', sql, cell: (value) => (typeof value === 'number' ? value : shown(value)) };
  if (field?.type === 'boolean')
    return { kind: 'boolean', sql, cell: (value) => (typeof value === 'boolean' ? value : shown(value)) };
  return { kind: field?.type === 'date' ? 'day' : 'text', sql, cell: shown };
}
