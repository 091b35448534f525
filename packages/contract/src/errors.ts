import { snakeCase, type SnakeCase } from './letter-case.ts';
import { fileErrors } from './file-errors.ts';
import { transferErrors } from './transfer-errors.ts';
import { identityErrors } from './identity-errors.ts';
import { nounEntries, type IdKind } from './nouns.ts';

interface ErrorEntry {
  status: number;
  message: string;
  retryable?: true;
}

type NotFound = { readonly [N in IdKind as `${SnakeCase<N>}.not_found`]: ErrorEntry };
/** What is asked for and is not there, or is another workspace's: one code for each noun. */
const notFound = Object.fromEntries(
  nounEntries.flatMap(([noun, { prefix, words }]): [string, ErrorEntry][] =>
    prefix === undefined
      ? []
      : [[`${snakeCase(noun)}.not_found`, { status: 404, message: `There is no such ${words[0]}.` }]],
  ),
) as NotFound; // one for each noun with an id

/**
 * The one error vocabulary: code -> HTTP status -> SDK class -> docs page (`/errors/<code with . and _ as ->`).
 * `message` is what the caller may read when the action says nothing more precise. Free of zod, so browsers may import it.
 */
const written = {
  // The request itself
  'request.invalid': { status: 400, message: 'Some fields are missing or wrong. See details for each of them.' },
  'request.cursor_mismatch': {
    status: 400,
    message: 'This cursor belongs to another list, sort or filter. Ask for the first page, without a cursor.',
  },
  'filter.invalid': {
    status: 400,
    message: 'The filter asks for something that cannot be asked. See details for where, and what to do.',
  },
  'search.no_words': {
    status: 400,
    message: 'There is no word in what is looked for. Give at least one letter or digit.',
  },
  'saved_search.too_many': {
    status: 409,
    message: 'You have saved 100 searches already. Remove those that you need no more.',
  },
  'request.malformed': { status: 400, message: 'The body is not valid JSON.' },
  'request.too_large': { status: 413, message: 'The request is larger than this endpoint accepts.' },
  'request.too_deep': { status: 400, message: 'The body is nested too deeply.' },
  'request.batch_too_large': { status: 400, message: 'Too many calls in one batch. Send at most 20.' },
  'request.not_found': { status: 404, message: 'There is nothing at this address.' },
  'request.method_not_allowed': { status: 405, message: 'This address does not accept this method.' },
  'request.unsupported_media_type': { status: 415, message: 'Send the body as application/json.' },
  'request.not_a_call': {
    status: 403,
    message: 'This address answers programs, not page loads. Call it from a script or a server.',
  },
  'request.timeout': {
    status: 504,
    message: 'The request took too long and was ended. Nothing was changed.',
    retryable: true,
  },
  'request.aborted': { status: 499, message: 'The caller went away before the answer was ready.' },
  'request.unknown_host': { status: 421, message: 'No site is served under this host name.' },
  'rate_limit.exceeded': {
    status: 429,
    message: 'Too many requests. Wait for the time in Retry-After.',
    retryable: true,
  },
  'stream.too_many': {
    status: 429,
    message: 'Too many streams are open. Close some, or let the parts of a page share one, then try again.',
    retryable: true,
  },
  'internal.unexpected': {
    status: 500,
    message: 'Something went wrong on our side. Try again, and report the request id if it stays.',
    retryable: true,
  },
  'internal.unavailable': {
    status: 503,
    message: 'The service is starting or one of its parts is down. Try again shortly.',
    retryable: true,
  },
  // Idempotency
  'idempotency.key_reused': {
    status: 422,
    message: 'This idempotency key was used with another body. Use a new key for a new request.',
  },
  'idempotency.in_progress': {
    status: 409,
    message: 'A request with this idempotency key is still running. Wait for its answer.',
    retryable: true,
  },
  'idempotency.key_invalid': { status: 400, message: 'An idempotency key has 1 to 255 printable characters.' },
  ...identityErrors,
  // Leads
  'lead.merged': {
    status: 409,
    message: 'This lead became part of another one. Delete that one, or take the merge back first.',
  },
  'bulk_operation.more_than_expected': {
    status: 409,
    message: 'There are more leads now than were expected, so nothing was done. Look at them again.',
  },
  'lead.sending': {
    status: 409,
    message:
      'A mail to this lead is on its way, or nobody knows yet whether it arrived. Delete the lead when that is settled.',
  },
  'lead.email_taken': { status: 409, message: 'Another lead has this email address. Open that lead instead.' },
  'company.above_itself': {
    status: 409,
    message: 'A company cannot lie below itself or below one of its own subsidiaries. Choose another parent.',
  },
  'calendar_feed.not_a_member': {
    status: 403,
    message: "A calendar is a member's own. Sign in as somebody who works in this workspace.",
  },
  'company_merge.not_undoable': {
    status: 409,
    message:
      'This merge cannot be taken back now: it is still running, was taken back, or one of its companies went on.',
  },
  'lead_merge.not_undoable': {
    status: 409,
    message: 'This merge cannot be taken back now: it was taken back, or one of its leads went on.',
  },
  'custom_field.key_taken': {
    status: 409,
    message: 'Another field has this key, maybe an archived one. Choose another key, or restore that field.',
  },
  'custom_field.being_deleted': {
    status: 409,
    message: 'This field is being deleted. Wait until that is done, and make another one.',
  },
  'custom_field.too_many': {
    status: 409,
    message: 'There are 100 fields here already. Archive those that nobody needs.',
  },
  'tag.name_taken': {
    status: 409,
    message: 'Another tag has this name, maybe an archived one. Merge the two, or choose another name.',
  },
  'tag.too_many': { status: 409, message: 'There are 10,000 tags here already. Remove those that nobody needs.' },
  'tag.changing': {
    status: 409,
    message: 'This tag is being changed in its leads right now. Try again when that is done.',
    retryable: true,
  },
  'bulk_operation.ended': { status: 409, message: 'The operation has already ended.' },
  'bulk_operation.not_undoable': {
    status: 409,
    message: 'This cannot be undone: it still runs, changed nothing, was undone already, or is more than a day old.',
  },
  'segment.in_use': {
    status: 409,
    message: 'Drafts of campaigns take their leads from this segment. See details, and change their audiences first.',
  },
  'segment.too_many': {
    status: 409,
    message: 'There are 200 segments here already. Archive those that nobody needs.',
  },
  // Deals
  'pipeline.stage_in_use': {
    status: 409,
    message: 'There are deals in a stage that is being removed. See details, and say where they go.',
  },
  'team.name_taken': {
    status: 409,
    message: 'Another team has this name, maybe an archived one. Choose another name, or restore that one.',
  },
  'team.too_many': { status: 409, message: 'There are 200 teams here already. Archive those that nobody needs.' },
  'pipeline.last': { status: 409, message: 'This is the last pipeline. Make another one before you archive it.' },
  'pipeline.too_many': {
    status: 409,
    message: 'There are 50 pipelines here already. Archive those that nobody needs.',
  },
  'deal.archived': { status: 409, message: 'This deal is in the archive. Restore it before you change it.' },
  'deal.moved': {
    status: 409,
    message: 'Somebody else moved this deal meanwhile. Look where it is now, and move it again if need be.',
  },
  'deal.changed': {
    status: 409,
    message: 'Somebody else changed this deal meanwhile. Look at it as it is now, and change it again if need be.',
  },
  'deal.fields_missing': {
    status: 422,
    message: 'This stage needs more to be known of a deal. See details for what to fill.',
  },
  'conversion.deal_counted': {
    status: 409,
    message: 'Another conversion says what this deal brought. Change that one, or take it back first.',
  },
  'deal_reason.name_taken': {
    status: 409,
    message: 'Another reason has this name, maybe an archived one. Choose another name, or restore that one.',
  },
  ...transferErrors,
  ...fileErrors,
  // Templates
  'template.unknown_field': { status: 422, message: 'The text uses a merge field that does not exist.' },
  'template.syntax': { status: 422, message: 'The merge-field syntax is not closed or not known.' },
  'template.limit_exceeded': {
    status: 422,
    message: 'The text asks for too much: it is too long, nested too deep, or has a large loop. Make it simpler.',
  },
  'template.tag_not_allowed': { status: 422, message: 'The text uses a tag that is not allowed here.' },
  // Mailboxes
  'mailbox.address_taken': { status: 409, message: 'A mailbox with this address exists already.' },
  'mailbox.in_use': {
    status: 409,
    message: 'Running campaigns send from this mailbox. See details, and say stopSending to archive it all the same.',
  },
  'mailbox.authentication_failed': {
    status: 422,
    message: 'The mail server refused the user name or the password. Check both.',
  },
  'mailbox.unreachable': { status: 422, message: 'The mail server cannot be reached. Check host, port and security.' },
  'mailbox.address_rejected': { status: 422, message: 'The mail server does not allow this sender address.' },
  'mailbox.host_not_allowed': { status: 422, message: 'This mail server address is not allowed here.' },
  // Campaigns
  'campaign.not_ready': { status: 422, message: 'The campaign cannot start yet. See details for what is missing.' },
  'campaign.wrong_state': { status: 409, message: 'The campaign is not in a state that allows this.' },
  'campaign.steps_locked': {
    status: 409,
    message:
      'Steps that were already sent cannot be removed or reordered. Pause and add a new step, or copy the campaign.',
  },
  'enrollment.wrong_state': { status: 409, message: 'This lead is not in a state of the campaign that allows this.' },
  'enrollment.open_question': {
    status: 409,
    message: "This lead's last mail leaves a question open. Decide it in the inbox.",
  },
  'enrollment.step_not_skippable': {
    status: 409,
    message: 'This mail cannot be skipped: it is under way, or it is the first one, which others answer.',
  },
  'delivery.wrong_state': { status: 409, message: 'Only a delivery in the state unknown can be decided.' },
  // Inbox
  'conversation.no_mailbox': {
    status: 409,
    message: 'The mailbox of this conversation is gone or switched off. Choose another one.',
  },
  'conversation.recipient_suppressed': {
    status: 409,
    message: 'This person asked not to be contacted, so no mail is sent to them.',
  },
  'conversation.no_recipient': {
    status: 409,
    message: 'No address is known that an answer could go to. Write to this person from your mail program.',
  },
  'conversation.recipient_not_offered': {
    status: 422,
    message: "An answer can only go to an address of the conversation. Choose one of the conversation's recipients.",
  },
  'message.not_found': { status: 404, message: 'There is no such message.' },
  'message.source_gone': { status: 410, message: 'Nothing is kept of this mail as it came.' },
  // Public links
  'link.invalid': { status: 404, message: 'This link is not valid or no longer active.' },
} as const satisfies Record<string, ErrorEntry>;

/** The vocabulary: what follows from the list of nouns, and what is written above. */
export const errors: Readonly<Record<keyof NotFound | keyof typeof written, ErrorEntry>> = { ...notFound, ...written };

/** A code of the error vocabulary. */
export type ErrorCode = keyof typeof errors;

/** One thing that is wrong in an input or a state: where, what, and what to do. */
export interface ErrorDetail {
  /** Dotted path of the field, such as `steps.0.subject`; empty for the whole. */
  path: string;
  message: string;
  /** A machine-readable reason within the code; beside `request.invalid` one of `brokenRules`. */
  reason?: string;
  /** How long, large or many it may be, or has to be at least, where that is what is wrong. */
  limit?: number;
  /** What is named that is not there, such as a merge field. */
  name?: string;
}

/** What an error answer carries, beside the transport's own envelope. */
export interface ErrorBody {
  code: ErrorCode;
  status: number;
  message: string;
  /** Quote it when you report the error. */
  requestId: string;
  /** Path of the page that explains the code. */
  docs: string;
  /** Whether the same request may work later. */
  retryable: boolean;
  details: ErrorDetail[];
}

/** Path of the page that explains a code. */
export function docsPath(code: ErrorCode): string {
  return `/errors/${code.replaceAll(/[._]/g, '-')}`;
}
