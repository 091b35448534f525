import { toPublicId, type Uuid } from '@tabard/contract';
import { dueDay, dueTime } from '@tabard/contract/crm/task-words';
import { mailMember, type PersonalText } from '#features/crm/record-subject';
import type { MailContent, MailSample } from '#features/operations/system-mail';
import { recordOf, type WriteScope } from '#kernel';
import { reminderWords } from './reminder-words.ts';
import { subjectName } from './task.entity.ts';

interface Due {
  id: Uuid;
  title: string;
  text: string | null;
  due: string;
  about: string | null;
  assignee_id: Uuid | null;
  lead_id: Uuid | null;
  company_id: Uuid | null;
  deal_id: Uuid | null;
}

/**
 * Reminds the assignee of a task whose reminder is due: the mail, the event and that it was done are one transaction, so it happens once,
 * however often it is asked for and wherever a process ends.
 */
export async function remindOfTask(scope: WriteScope, id: Uuid): Promise<void> {
  const { sql, workspaceId } = scope;
  const [row] = await sql<Due>(
    `update task as t set remind_at = null
      where t.workspace_id = $1 and t.id = $2 and t.remind_at <= now() and t.status = 'open' and t.archived_at is null
      returning t.id, t.title, t.text, t.due, t.assignee_id, t.lead_id, t.company_id, t.deal_id, ${subjectName} as about`,
    [workspaceId, id],
  );
  if (!row?.assignee_id) return;
  const memberId = toPublicId('member', row.assignee_id);
  scope.emit('task.reminded', {
    taskId: toPublicId('task', id),
    memberId,
    ...recordOf({ leadId: row.lead_id, companyId: row.company_id, dealId: row.deal_id }),
  });
  await mailMember(scope, {
    kind: 'task-reminder',
    memberId: row.assignee_id,
    path: `/tasks/${toPublicId('task', id)}`,
    text: write(row),
  });
}

const write =
  ({ title, text, due, about }: Pick<Due, 'title' | 'text' | 'due' | 'about'>): PersonalText =>
  ({ locale, place }) => {
    const words = reminderWords[locale];
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(dueDay(due)));
    const lines = (text ?? '').slice(0, 600).split('\n');
    return {
      subject: words.subject(title),
      heading: title,
      paragraphs: [
        words.due(day, dueTime(due)),
        ...(about === null ? [] : [words.about(about)]),
        ...lines.map((line) => line.trim()).filter(Boolean),
      ],
      label: words.button,
      note: words.note(place),
    };
  };

/** What the reminder says. */
export const reminderSample: MailSample = ({ appUrl, locale, place }): MailContent => {
  const { label, ...said } = write({
    title: 'Call Ada',
    text: 'They ask for an offer.',
    due: '2026-12-01T09:30',
    about: 'Harbour Works',
  })({ locale, place });
  return { locale, ...said, action: { label, url: `${appUrl}/app/wsp_an-example/tasks/tsk_an-example` } };
};
