import { toPublicId, type Uuid } from '@tabard/contract';
import { writeMention } from '@tabard/contract/crm/mentions';
import { membersHere } from '#features/identity/member';
import type { CallScope } from '#kernel';
import { createNote } from './write-note.ts';

const texts = [
  'Met at the fair. Return legs run half empty from November on; asks for a quote every spring.',
  'Prefers calls before ten.',
  'Price is agreed, they wait for the contract.',
  'Decides together with the head of purchasing.\nTheir terms: https://example.com/terms',
  'Away until the end of the month.',
];

/** The notes of the demo, on leads and companies that were written to first; one names a colleague. */
export const seedNotes = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    const { sql, workspaceId } = writing;
    const records = await sql<{ noun: 'lead' | 'company'; id: Uuid }>(
      `(select 'lead' as noun, id from lead where workspace_id = $1 and archived_at is null order by status = 'replied' desc, id limit 8)
        union all (select 'company', id from company where workspace_id = $1 and archived_at is null order by id limit 5)`,
      [workspaceId],
    );
    const [member] = await sql<{ id: Uuid }>(`${membersHere('m.id')} order by m.id desc limit 1`, [workspaceId]);
    for (const [at, subject] of records.entries()) {
      const text = texts[at % texts.length]!; // within the list
      await createNote(writing, { subject, text, isPinned: at % texts.length === 2 });
    }
    const [first] = records;
    if (first && member)
      await createNote(writing, {
        subject: first,
        text: `${writeMention(toPublicId('member', member.id))}, can you send the offer until Friday?`,
        isPinned: false,
      });
  });
