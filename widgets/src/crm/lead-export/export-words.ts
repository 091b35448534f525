import { msg, str } from '@lit/localize';
import type { LeadExport, LeadExportColumns, LeadExportField } from '@tabard/contract/crm/lead-export';
import type { Format } from '../../core/format.ts';
import { leadWords } from '../lead-count-words.ts';
import { leadLabels } from '../lead-field-labels.ts';

type Column = LeadExportColumns['columns'][number];

/** What columns are called that no file fills. */
const further: Partial<Record<LeadExportField, () => string>> = {
  phoneNormal: () => msg('International number'),
  lists: () => msg('Lists'),
  ownerName: () => msg('Owner'),
  status: () => msg('Status'),
  sent: () => msg('Mails sent'),
  opened: () => msg('Mails opened'),
  clicked: () => msg('Mails clicked'),
  replied: () => msg('Mails replied'),
  lastContactedAt: () => msg('Last contacted'),
  lastRepliedAt: () => msg('Last reply'),
  source: () => msg('Source'),
  createdAt: () => msg('Added'),
  updatedAt: () => msg('Changed'),
  archivedAt: () => msg('Archived on'),
  id: () => msg('Lead ID'),
  ownerId: () => msg('Owner ID'),
  companyId: () => msg('Company ID'),
  importId: () => msg('Import ID'),
};

/** What a column is called on screen and above its values; own fields are called as the workspace does. */
export function columnWords({ name, label, custom }: Column): string {
  if (custom) return label;
  const known = further[name as LeadExportField] ?? leadLabels[name as keyof typeof leadLabels];
  return known ? known() : label;
}

/** The columns of the table as those of a file. */
const shown: Readonly<Record<string, readonly string[]>> = {
  name: ['firstName', 'lastName', 'email'],
  company: ['company', 'title'],
  owner: ['ownerName'],
  place: ['city', 'country'],
  added: ['createdAt'],
};

/** Names of what a table shows, in its order. */
export const namesOf = (columns: readonly string[]): string[] => columns.flatMap((id) => shown[id] ?? [id]);

/** Without a table to go by: who it is, where they work, and how it stands. */
export const usualColumns: readonly string[] = [
  'firstName',
  'lastName',
  'email',
  'company',
  'title',
  'phone',
  'city',
  'country',
  'status',
  'tags',
  'lists',
  'ownerName',
  'score',
  'lastContactedAt',
  'createdAt',
];

/** Why an export came to nothing. */
export function failureWords({ failure }: LeadExport): string {
  if (failure === 'too_many_rows')
    return msg('A workbook holds at most 1,048,575 leads. Export them as CSV, or choose fewer.');
  if (failure === 'quota_exceeded')
    return msg('The exports of the last seven days take up all the room there is. Wait until older ones are gone.');
  return msg('Something went wrong on our side. Export the leads again.');
}

/** How an export stands, in a few words. */
export function stateWords({ state, done, size, expiresAt }: LeadExport, format: Format): string {
  if (state === 'completed') {
    const many = leadWords(done, format);
    const bytes = format.size(size ?? 0);
    return expiresAt ? msg(str`${many}, ${bytes}, until ${format.date(expiresAt)}`) : `${many}, ${bytes}`;
  }
  if (state === 'failed') return msg('Failed');
  return state === 'cancelled' ? msg('Stopped') : msg('Under way');
}
