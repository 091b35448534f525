import { toPublicId, type Uuid } from '@tabard/contract';
import { replaceMentions } from '@tabard/contract/crm/mentions';
import { mailMember, subjectNameOf, type PersonalText, type SubjectColumns } from '#features/crm/record-subject';
import type { MailContent, MailSample } from '#features/operations/system-mail';
import type { WriteScope } from '#kernel';
import { notes } from './note.entity.ts';
import { mentionWords } from './mention-words.ts';

/** So much of a note stands in a mail. */
const mostText = 600;

interface Mentioned extends SubjectColumns {
  id: Uuid;
}

/** Writes to somebody who is named in a note, by themselves or as one of a team. */
export async function mailMentioned(
  scope: WriteScope,
  { id: memberId, team }: { id: Uuid; team: string | null },
  note: Mentioned,
): Promise<void> {
  const { sql, workspaceId } = scope;
  const [row] = await sql<{ author: string | null; about: string | null; text: string; mentions: Named[] }>(
    `select x.author_name as author, x.mentions, x.text,
            x.about
       from (select ${notes.columns}, ${subjectNameOf('n')} as about from note n where n.workspace_id = $1 and n.id = $2) as x`,
    [workspaceId, note.id],
  );
  if (!row) return;
  const names = new Map(row.mentions.map(({ id, name }) => [id, name]));
  const text = replaceMentions(row.text, (id) => `@${names.get(id) ?? '…'}`);
  await mailMember(scope, {
    kind: 'note-mention',
    memberId,
    path: `${pathOf(note)}?panel=notes`,
    text: write({ author: row.author, about: row.about ?? '', text, team }),
  });
}

/** The page of what a note is about. */
function pathOf({ leadId, companyId, dealId }: SubjectColumns): string {
  if (leadId) return `/leads/${toPublicId('lead', leadId)}`;
  if (companyId) return `/companies/${toPublicId('company', companyId)}`;
  return `/deals/${toPublicId('deal', dealId!)}`; // a note is about one of the three
}

interface Named {
  id: string;
  name: string | null;
}

interface Said {
  author: string | null;
  about: string;
  text: string;
  team?: string | null;
}

const write =
  ({ author, about, text, team = null }: Said): PersonalText =>
  ({ locale, place }) => {
    const words = mentionWords[locale];
    const subject = team === null ? words.subject(author, about) : words.teamSubject(author, about, team);
    const cut = text.length > mostText ? `${text.slice(0, mostText).trimEnd()}…` : text;
    const lines = cut.split('\n').map((line) => line.trim());
    return {
      subject,
      heading: subject,
      paragraphs: lines.filter(Boolean),
      label: words.button,
      note: words.note(place),
    };
  };

/** What the mail says to whom a note names. */
export const mentionSample: MailSample = ({ appUrl, locale, place }): MailContent => {
  const { label, ...said } = write({
    author: 'Uma',
    about: 'Harbour Works',
    text: '@Ada, they ask for an offer until Friday.',
  })({ locale, place });
  return { locale, ...said, action: { label, url: `${appUrl}/app/wsp_an-example/leads/lea_an-example?panel=notes` } };
};
