import { msg, str } from '@lit/localize';
import type { CampaignState, EventName, Mailbox, StandardVerb, TimelineEntry, TimelineNoun } from '@tabard/contract';
import type { Format } from '../../core/format.ts';
import type { Tone } from '../../kit/badge-mark.ts';
import type { IconName } from '../../kit/icon.ts';
import { stateWord } from '../../outreach/campaign-labels.ts';
import { recordEventWord } from './record-event-labels.ts';
import { mailboxWord } from '../../outreach/mailbox-labels.ts';

/** How one thing that happened is told. */
export interface Told {
  words: string;
  /** What it was about: a subject, an address, a reason. */
  detail: string;
  icon: IconName;
  tone: Tone;
}
type Teller = (entry: Pick<TimelineEntry, 'data'>, noun: TimelineNoun, format: Format) => Partial<Told>;

/** What becomes of mails is told by these besides events. */
type MailKind = 'mail.sent' | 'mail.replied' | 'mail.unsubscribed';
/** What is told by its verb alone, whatever noun it is of. */
type ByVerb = `${string}.${StandardVerb}`;
/** Told by the thousand, so no timeline has it. */
type Passing =
  | 'bulk_operation.progressed'
  | 'company.enrichment_requested'
  | 'company_match.progressed'
  | 'deal.bulk_moved'
  | 'deal.sorted'
  | 'lead.bulk_changed'
  | 'lead_export.progressed'
  | 'lead_import.progressed'
  | 'segment.counted';

const sent: Teller = ({ data }, _noun, format) => {
  const { count } = data;
  if (typeof count !== 'number') return { words: msg('Mail sent'), icon: 'send', tone: 'accent' };
  const many = format.number(count);
  const words = format.plural(count, { one: msg('1 mail sent'), other: msg(str`${many} mails sent`) });
  return { words, icon: 'send', tone: 'accent' };
};
const replied: Teller = (_entry, noun) => ({
  words: noun === 'lead' ? msg('Replied') : msg('A lead replied'),
  icon: 'undo',
  tone: 'success',
});
const unsubscribed: Teller = (_entry, noun) => ({
  words: noun === 'lead' ? msg('Unsubscribed') : msg('A lead unsubscribed'),
  icon: 'minus',
  tone: 'warning',
});

/** A fact that is a text; empty where it is none. */
const wordIn = (data: TimelineEntry['data'], name: string): string => {
  const fact = data[name];
  return typeof fact === 'string' ? fact : '';
};

const tellers: Record<Exclude<EventName, ByVerb | Passing> | MailKind, Teller> = {
  'mail.sent': sent,
  'delivery.accepted': sent,
  'mail.opened': ({ data }) =>
    data['machine'] === true
      ? { words: msg('Mail opened by a machine'), icon: 'eye' }
      : { words: msg('Mail opened'), icon: 'eye', tone: 'info' },
  'mail.clicked': () => ({ words: msg('Link opened'), icon: 'link', tone: 'info' }),
  'mail.replied': replied,
  'lead.replied': replied,
  'mail.unsubscribed': unsubscribed,
  'lead.unsubscribed': unsubscribed,
  'mail.bounced': () => ({ words: msg('Mail bounced'), icon: 'warning', tone: 'danger' }),
  'mail.complained': () => ({ words: msg('Mail reported as unwanted'), icon: 'warning', tone: 'danger' }),
  'delivery.failed': ({ data }) => ({
    words: data['state'] === 'unknown' ? msg('Unclear whether a mail arrived') : msg('Mail refused'),
    icon: 'warning',
    tone: 'danger',
  }),
  'message.received': () => ({ words: msg('Mail received'), icon: 'mail' }),
  'message.sent': () => ({ words: msg('Reply written'), icon: 'send' }),
  'lead.merged': () => ({ words: msg('Merged with another lead'), icon: 'link' }),
  'lead.unmerged': () => ({ words: msg('Merge taken back'), icon: 'undo' }),
  'lead.converted': ({ data }) => ({
    words: msg('Marked as converted'),
    icon: 'check',
    tone: 'success',
    detail: wordIn(data, 'name'),
  }),
  'lead.lost': () => ({ words: msg('Marked as lost'), icon: 'close', tone: 'danger' }),
  'deal.stage_changed': ({ data }) => ({
    words: msg(str`Deal moved to ${wordIn(data, 'to')}`),
    icon: 'next',
    tone: 'info',
  }),
  'deal.won': ({ data }) => ({
    words: msg('Deal won'),
    icon: 'check',
    tone: 'success',
    detail: wordIn(data, 'reason'),
  }),
  'deal.lost': ({ data }) => ({
    words: msg('Deal lost'),
    icon: 'close',
    tone: 'danger',
    detail: wordIn(data, 'reason'),
  }),
  'deal.reopened': () => ({ words: msg('Deal opened again'), icon: 'undo' }),
  'company.merged': () => ({ words: msg('Merged with another company'), icon: 'link' }),
  'company.unmerged': () => ({ words: msg('Merge taken back'), icon: 'undo' }),
  'note.mentioned': () => ({ words: msg('Somebody was named in a note'), icon: 'info' }),
  'task.completed': () => ({ words: msg('Task done'), icon: 'check', tone: 'success' }),
  'task.reopened': () => ({ words: msg('Task opened again'), icon: 'undo' }),
  'task.reminded': () => ({ words: msg('Reminder sent'), icon: 'clock' }),
  'file.version_added': () => ({ words: msg('New version of a file'), icon: 'upload' }),
  'file.harm_found': () => ({ words: msg('Harmful content found in a file'), icon: 'lock', tone: 'danger' }),
  'file.link_created': () => ({ words: msg('Link to a file made'), icon: 'link' }),
  'file.link_opened': () => ({ words: msg('A file was taken through its link'), icon: 'download', tone: 'success' }),
  'file.version_restored': () => ({ words: msg('Another version of a file is shown'), icon: 'undo' }),
  'company.enriched': () => ({ words: msg('Details filled in'), icon: 'edit' }),
};

/** How each standard verb is told of the thing itself. */
function verbs(): Record<StandardVerb, Partial<Told>> {
  return {
    created: { words: msg('Created'), icon: 'plus' },
    updated: { words: msg('Details changed'), icon: 'edit' },
    archived: { words: msg('Moved to the archive'), icon: 'archive' },
    restored: { words: msg('Taken out of the archive'), icon: 'refresh' },
    deleted: { words: msg('Deleted'), icon: 'trash', tone: 'danger' },
  };
}

/** What became of a lead, told of the company that it is of. */
function leadWord(verb: StandardVerb): string {
  const words: Record<StandardVerb, string> = {
    created: msg('A lead joined'),
    updated: msg('A lead changed'),
    archived: msg('A lead was archived'),
    restored: msg('A lead was restored'),
    deleted: msg('A lead was deleted'),
  };
  return words[verb];
}

/** What became of a deal, told of who is in it. */
function dealWord(verb: StandardVerb): string {
  const words: Record<StandardVerb, string> = {
    created: msg('A deal was added'),
    updated: msg('A deal changed'),
    archived: msg('A deal was archived'),
    restored: msg('A deal was restored'),
    deleted: msg('A deal was deleted'),
  };
  return words[verb];
}

/** What became of a lead, a deal, a note or a task, told of the record that it is of. */
const ofOther = (of: string, verb: StandardVerb): string => {
  if (of === 'lead') return leadWord(verb);
  return of === 'deal' ? dealWord(verb) : recordEventWord(of, verb);
};

/** Words of a kind that nobody wrote any for: `sales_note.pinned` is "Sales note pinned". */
function readable(kind: string): string {
  const words = kind.replaceAll(/[._]/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The state that a change led to, in the words of its noun. */
function stateOf(noun: string, state: unknown): string {
  if (typeof state !== 'string') return '';
  // A state that a later platform knows is told as it is called there.
  if (noun === 'campaign') return stateWord(state as CampaignState) ?? readable(state);
  return noun === 'mailbox' ? (mailboxWord(state as Mailbox['state']) ?? readable(state)) : '';
}

/** Tells one thing that happened to a lead, a company, a deal, a campaign or a mailbox, in the language of the page. */
export function tellEvent(entry: Pick<TimelineEntry, 'kind' | 'data'>, noun: TimelineNoun, format: Format): Told {
  const { kind, data } = entry;
  const [of = '', verb = ''] = kind.split('.');
  const standard = Object.hasOwn(verbs(), verb) ? verbs()[verb as StandardVerb] : undefined;
  const teller = Object.hasOwn(tellers, kind) ? tellers[kind as keyof typeof tellers] : undefined;
  const told =
    teller?.(entry, noun, format) ??
    (of === noun ? standard : { ...standard, words: standard ? ofOther(of, verb as StandardVerb) : '' });
  const facts = [data['subject'], data['detail'], data['source']].filter((fact) => typeof fact === 'string');
  return {
    icon: 'info',
    tone: 'neutral',
    ...told,
    words: told?.words || readable(kind),
    detail: [told?.detail, ...facts, stateOf(of, data['state'])].find(Boolean) ?? '',
  };
}
