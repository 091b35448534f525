import { msg, str } from '@lit/localize';
import type { FileFault, LeadImport, RowFault } from '@tabard/contract';
import { fieldLabel } from '../lead-fields.ts';

type Rejected = LeadImport['rejected'][number];

/** Why a row was not taken, in the language of the page; the platform's own words where it gave no code. */
export function rowWords({ code, field, limit, reason }: Rejected): string {
  const name = (field && (fieldLabel(field) ?? field.replace(/^custom\./, ''))) ?? '';
  const most = limit ?? 0;
  const words: Record<RowFault, () => string> = {
    too_wide: () => msg(str`The row has more columns than the header, which has ${most}.`),
    required: () => msg('The email address is missing.'),
    not_email: () => msg('This is not an email address.'),
    too_long: () => msg(str`${name}: at most ${most} characters are taken.`),
    too_many: () => msg(str`At most ${most} tags of at most 50 characters are taken.`),
    unknown_zone: () => msg('This time zone is not known. Use a name such as Europe/Paris.'),
    wrong_value: () => `${name}: ${msg('This does not have the form it needs.')}`,
    email_taken: () => msg('Another lead has this email address.'),
  };
  return code && Object.hasOwn(words, code) ? words[code]() : reason;
}

/** What is wrong with a file, in the language of the page; null for what has no words here. */
export function fileWords(code: string | undefined, line: number | string | null = null): string | null {
  const at = String(line ?? '');
  const words: Record<FileFault, () => string> = {
    quote_open: () => msg(str`The quote that opens on line ${at} is never closed.`),
    quote_followed: () => msg(str`There is text behind a closing quote on line ${at}.`),
    row_too_long: () => msg(str`The row on line ${at} is too long. A quote in it is probably not closed.`),
    line_too_long: () => msg('A line is too long. Save the file as CSV, one row a line.'),
    not_text: () => msg('The file is no text. Save it as CSV (UTF-8).'),
    encoding_changes: () => msg('The file is partly in other letters. Save it as CSV (UTF-8).'),
    no_header: () => msg('The file has no header. The first row must name the columns.'),
    not_workbook: () => msg('The file is no workbook. Save it as .xlsx or as CSV (UTF-8).'),
    workbook_locked: () =>
      msg('The workbook is locked with a password, or of an old kind. Save it as .xlsx without a password.'),
    workbook_too_large: () => msg('The workbook is too large to be read. Save the sheet as CSV (UTF-8).'),
    too_many_columns: () => msg('The sheet has more than 1,000 columns. Remove those that nobody needs.'),
    no_sheet: () => msg('The workbook has no such sheet. Choose another one.'),
    unexpected: () => msg('Something went wrong on our side. Try again in a moment.'),
  };
  return code !== undefined && Object.hasOwn(words, code) ? words[code as FileFault]() : null; // one of its keys
}
