import type { Check } from './check.ts';
import { isCode, isTest, readFiles, type SourceFile } from './source-files.ts';

/**
 * Rooms that write to another room's table, each with the reason; everything else goes through the entry point of the room that owns it.
 * In the form `<room> -> <table>`.
 */
const exceptions: Readonly<Record<string, string>> = {
  'crm/company -> lead':
    'leads of a company say its name, and come along where it is merged, thousands in one statement',
  'crm/company-match -> lead': 'thousands join their companies in one statement',
  'crm/custom-field -> lead':
    'the values of a field that is deleted go out of all leads by one statement for each part',
  'crm/lead-import -> lead': 'a million rows go in by one statement for each batch, in the transaction of the import',
  'crm/bulk-operation -> lead': 'a part of a bulk operation changes its leads in the transaction that notes it as done',
  'crm/lead-merge -> lead': 'both leads change in the transaction that makes them one',
  'crm/lead-merge -> enrollment': 'ways through campaigns are joined in the transaction that makes two leads one',
  'crm/lead-merge -> delivery': 'mails follow their enrollments in the transaction that makes two leads one',
  'crm/lead-merge -> list_member': 'the lead that stays is put on the lists of the other one in the same transaction',
  'crm/lead-merge -> lead_contact': 'counts of both leads are added up in the transaction that makes them one',
  'crm/lead-merge -> audience_part': 'a launch that is under way enrolls the lead that stays',
  'crm/lead-merge -> deal_lead': 'the lead that stays is in the deals of the other one in the same transaction',
  'crm/pipeline -> deal': 'the deals of a stage that is removed go elsewhere in the statement that says so',
  'crm/pipeline -> deal_move': 'what became of those deals is told in the same statement',
  'crm/tag -> lead':
    'a tag that is renamed, merged or removed changes the words of its leads, a thousand in one statement',
  'identity/hosted-page -> embed_session': 'a page ends together with the session it was opened with',
  'identity/session -> api_key': 'when a key was last used is noted where it is looked up',
  'identity/tree -> organization': 'a deletion shuts a whole branch for good in one transaction',
  'identity/tree -> workspace': 'a deletion shuts a whole branch for good in one transaction',
  'identity/organization -> user_session':
    'stricter rules of an organization hold at once for those who are signed in; sign-ins stand on organizations',
  'inbox/conversation -> mailbox': 'the reading position moves in the transaction of what was read',
  'inbox/conversation -> lead': 'what an answer says of its lead is noted in the transaction that files the answer',
  'outreach/campaign -> delivery': 'ending a campaign cancels its planned mails in the same statement',
  'outreach/campaign -> enrollment': 'a launch enrolls, an end stops, thousands in one statement',
  'outreach/campaign -> lead': 'enrolling marks leads as being contacted in the same transaction',
  'outreach/delivery -> enrollment': 'the next step is noted in the round trip that records an outcome',
  'outreach/delivery -> lead': 'what a mail did to its lead is noted in the transaction of its outcome',
  'outreach/delivery -> mailbox': 'pauses between mails and caps are kept with the batch',
  'outreach/delivery -> mailbox_day': 'the cap is reserved by one conditional update in the claiming transaction',
  'outreach/enrollment -> step': 'a step is fixed by the transaction that skips it for the first lead',
  'outreach/delivery -> step': 'a step is fixed by the transaction that plans its first mail',
};

const writing = /\b(?:insert into|update|delete from) (?:only )?"?([a-z_]+)"?(?= |\n|$|`|')/g;
/** Words that follow `update` in SQL and are no tables. */
const noTable = new Set(['set', 'of', 'skip', 'nowait', 'no']);

/** A write to a table lives in the room that owns it. */
export const writes: Check = {
  name: 'writes',
  run(root) {
    const files = readFiles(root, (path) => path.startsWith('platform/src/features/') && isCode(path) && !isTest(path));
    const owners = ownersOf(files);
    const used = new Set<string>();
    const problems = files.flatMap((file) => foreignWrites(file, owners, used));
    const idle = Object.keys(exceptions).filter((exception) => !used.has(exception));
    return {
      problems: [
        ...problems,
        ...idle.map((exception) => `"${exception}" is no longer needed: take it off the list in checks/writes.ts.`),
        ...(owners.size === 0 ? ['No entity was found: the check looks in the wrong place.'] : []),
      ],
    };
  },
};

const roomOf = (path: string): string => path.split('/').slice(3, 5).join('/');

/** Which room declares each table. */
function ownersOf(files: readonly SourceFile[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of files.filter((file) => file.path.endsWith('.entity.ts'))) {
    for (const [, table] of text.matchAll(/\btable(?:Name)?: '([a-z_]+)'/g)) owners.set(table!, roomOf(path)); // the group matched
    if (text.includes('tableOf(')) owners.set(roomOf(path).split('/')[1]!.replaceAll('-', '_'), roomOf(path)); // named by its room
  }
  return owners;
}

function foreignWrites({ path, text }: SourceFile, owners: ReadonlyMap<string, string>, used: Set<string>): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  return [...code.matchAll(writing)].flatMap(({ 1: table = '', index }) => {
    const owner = owners.get(table);
    if (noTable.has(table) || owner === undefined || owner === roomOf(path)) return [];
    const exception = `${roomOf(path)} -> ${table}`;
    if (exception in exceptions) return used.add(exception) && [];
    const line = code.slice(0, index).split('\n').length;
    return [
      `${path}:${line}: writes to "${table}", which is ${owner}'s. Call an act of its entry point, or state a reason.`,
    ];
  });
}
