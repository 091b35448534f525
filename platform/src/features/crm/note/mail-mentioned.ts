import { toPublicId, type Uuid } from '@tabard/contract';
import { replaceMentions } from '@tabard/contract/crm/mentions';
import { mailMember, type PersonalText } from '#features/crm/record-subject';
import type { MailContent, MailSample } from '#features/operations/system-mail';
import type { WriteScope } from '#kernel';
import { notes } from './note.entity.ts';
import { mentionWords } from './mention-words.ts';

/** So much of a note stands in a mail. */
const mostText = 600;

interface Mentioned {
  id: Uuid;
  leadId: Uuid | null;
  companyId: Uuid | null;
}

/** Writes to somebody who is named in a note. */
export async function mailMentioned(scope: WriteScope, memberId: Uuid, note: Mentioned): Promise<void> {
  const { sql, workspaceId } = scope;
  const [row] = await sql<{ author: string | null; about: string | null; text: string; mentions: Named[] }>(
    `select x.author_name as author, x.mentions, x.text,
            coalesce((select coalesce(nullif(concat_ws(' ', l.first_name, l.last_name), ''), l.email) from lead l
                       where l.workspace_id = $1 and l.id = $3),
                     (select c.name from company c where c.workspace_id = $1 and c.id = $4)) as about
       from (select ${notes.columns} from note n where n.workspace_id = $1 and n.id = $2) as x`,
    [workspaceId, note.id, note.leadId, note.companyId],
  );
  if (!row) return;
  const names = new Map(row.mentions.map(({ id, name }) => [id, name]));
  const text = replaceMentions(row.text, (id) => `@${names.get(id) ?? '…'}`);
  const path = note.leadId
    ? `/leads/${toPublicId('lead', note.leadId)}`
    : `/companies/${toPublicId('company', note.companyId!)}`; // a note is about one of both
  await mailMember(scope, {
    kind: 'note-mention',
    memberId,
    path: `${path}?panel=notes`,
    text: write({ author: row.author, about: row.about ?? '', text }),
  });
}

interface Named {
  id: string;
  name: string | null;
}

const write =
  ({ author, about, text }: { author: string | null; about: string; text: string }): PersonalText =>
  ({ locale, place }) => {
    const words = mentionWords[locale];
    const cut = text.length > mostText ? `${text.slice(0, mostText).trimEnd()}…` : text;
    const lines = cut.split('\n').map((line) => line.trim());
    return {
      subject: words.subject(author, about),
      heading: words.subject(author, about),
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
