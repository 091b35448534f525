import { msg, str } from '@lit/localize';
import type { CodeWords } from './code-words.ts';

/** What a server of a mailbox is refused for. */
type Refusal = 'tls_required';
/** What a campaign lacks before it can start, as the platform names it beside `campaign.not_ready`. */
type Blocker =
  | 'no_steps'
  | 'empty_subject'
  | 'empty_body'
  | 'no_mailbox'
  | 'mailbox_not_ready'
  | 'audience_filter'
  | 'empty_audience'
  | 'no_window'
  | 'no_postal_address';

const reasons: Record<Blocker | Refusal, () => string> = {
  tls_required: () => msg('Without TLS the password could be read on its way. Choose TLS or STARTTLS.'),
  no_steps: () => msg('Write at least one mail.'),
  empty_subject: () => msg('Give the first mail a subject.'),
  empty_body: () => msg('A mail has no text.'),
  no_mailbox: () => msg('Choose a mailbox to send from.'),
  mailbox_not_ready: () => msg('None of the chosen mailboxes can send now. Open them to see why.'),
  audience_filter: () => msg('The audience asks for a field that is gone. Change its conditions.'),
  empty_audience: () => msg('No lead can be contacted. Choose another audience.'),
  no_window: () => msg('Choose at least one day on which mails may leave.'),
  no_postal_address: () => msg('Add a postal address to the brand: the law asks for it in every mail.'),
};

/** Codes that people meet who write campaigns, templates and mailboxes, and who import leads. */
export const furtherCodeWords: CodeWords = {
  'lead.email_taken': () => msg('Another lead has this email address. Open that lead instead.'),
  'lead.merged': () => msg('The lead became part of another one.'),
  'bulk_operation.more_than_expected': () =>
    msg('There are more leads now than were expected, so nothing was done. Look at them again.'),
  'lead.sending': () => msg('A mail to the lead is on its way, or nobody knows yet whether it arrived.'),
  'tag.name_taken': () =>
    msg('Another tag has this name, maybe an archived one. Merge the two, or choose another name.'),
  'tag.too_many': () => msg('There are 10,000 tags here already. Remove those that nobody needs.'),
  'team.name_taken': () => msg('Another team has this name, maybe an archived one. Choose another name.'),
  'team.too_many': () => msg('There are 200 teams here already. Archive those that nobody needs.'),
  'tag.changing': () => msg('This tag is being changed in its leads right now. Try again when that is done.'),
  'bulk_operation.ended': () => msg('This has already ended.'),
  'bulk_operation.not_undoable': () =>
    msg('This cannot be undone: it changed nothing, was undone already, or is more than a day old.'),
  'custom_field.key_taken': () => msg('Another field has this key, maybe an archived one. Choose another key.'),
  'custom_field.too_many': () => msg('There are 100 fields here already. Archive those that nobody needs.'),
  'custom_field.being_deleted': () => msg('This field is being deleted. Wait until that is done.'),
  'filter.invalid': () => msg('The filter asks for something that is not there any more. Change it or clear it.'),
  'segment.in_use': (name) =>
    name
      ? msg(str`The draft “${name}” takes its leads from this segment. Change its audience first.`)
      : msg('Drafts of campaigns take their leads from this segment. Change their audiences first.'),
  'search.no_words': () => msg('There is no word in what is looked for. Give at least one letter or digit.'),
  'saved_search.too_many': () => msg('You have saved 100 searches already. Remove those that you need no more.'),
  'segment.too_many': () => msg('There are 200 segments here already. Archive those that nobody needs.'),
  'upload.quota_exceeded': () => msg('Too much was uploaded today. Import what is there, or try again tomorrow.'),
  'upload.empty': () => msg('There is nothing to import in this file. Choose one with a header and at least one row.'),
  'lead_export.too_many_rows': () =>
    msg('A workbook holds at most 1,048,575 leads. Export them as CSV, or choose fewer.'),
  'lead_export.too_many': () => msg('Five exports are under way here already. Wait until one is done, or stop one.'),
  'lead_export.quota_exceeded': () =>
    msg('The exports of the last seven days take up all the room there is. Wait until older ones are gone.'),
  'lead_export.not_cancellable': () => msg('The export has already ended.'),
  'lead_export.not_ready': () => msg('The export has no file yet. Wait until it is completed.'),
  'lead_export.expired': () => msg('The file of this export is gone. Export the leads again.'),
  'lead_import.unreadable': () => msg('The file cannot be read as CSV. Save it as CSV (UTF-8) and choose it again.'),
  'lead_import.mapping_invalid': () => msg('The columns do not fit the file. Go back and choose them again.'),
  'lead_import.not_cancellable': () => msg('The import has already ended.'),
  'template.unknown_field': (name) =>
    name
      ? msg(str`“${name}” is no merge field. Choose one from the menu.`)
      : msg('The text uses a merge field that does not exist. Choose one from the menu.'),
  'template.syntax': () => msg('A merge field or condition is not complete. Close it or remove it.'),
  'template.limit_exceeded': () =>
    msg('The text asks for too much: it is too long or nested too deep. Make it simpler.'),
  'template.tag_not_allowed': () => msg('The text uses a condition that is not known here. Remove it.'),
  'mailbox.address_taken': () => msg('A mailbox with this address exists already.'),
  'mailbox.in_use': () => msg('Running campaigns send from this mailbox. Pause them first, or choose to stop them.'),
  'mailbox.authentication_failed': () => msg('The mail server refused the user name or the password. Check both.'),
  'mailbox.unreachable': () => msg('The mail server cannot be reached. Check host, port and security.'),
  'mailbox.address_rejected': () => msg('The mail server does not allow this sender address.'),
  'mailbox.host_not_allowed': () => msg('This mail server cannot be used. Choose another one, or another security.'),
  'campaign.not_ready': () => msg('Something is still missing before the campaign can start.'),
  'campaign.wrong_state': () => msg('The campaign has changed meanwhile and does not allow this any more.'),
  'campaign.steps_locked': () => msg('Steps that were sent keep their place. Add a new one at the end instead.'),
  ...reasons,
};
