import { snakeCase } from '@tabard/contract';
import { nounEntries } from '@tabard/contract/nouns';

/** Nouns that are described are the customer's own records. What stands on one is deleted for good some time after a person did it. */
const described = nounEntries.flatMap(([noun, entry]) => (entry.described && !entry.onRecord ? [snakeCase(noun)] : []));

/**
 * Tables whose rows stay until a person deletes what they belong to, each with the reason. Every other table declares how long its rows
 * are kept, or is kept by month; a table that does neither is found by a test.
 */
export const keptTables: Readonly<Record<string, string>> = {
  ...Object.fromEntries(described.map((table) => [table, "The customer's own records."])),
  organization: 'The tree, until somebody deletes it and its days of grace are over.',
  workspace: 'The tree, until somebody deletes it and its days of grace are over.',
  app_user: 'A person, until the last place that they belonged to is deleted.',
  member: 'What a person may do, until it is taken away.',
  role: 'A role that somebody made, until somebody deletes it; at most 100 in a place.',
  second_factor: 'Part of how a person signs in, until they turn it off.',
  identity_provider: 'Part of how people sign in, until an organization removes it; one of each kind.',
  snapshot: 'A set-up that an organization keeps, until somebody deletes it; at most 500.',
  passkey: 'Part of how a person signs in, until they remove it; at most 20 of each.',
  api_key: 'Listed after its end, so that whoever asks sees that it was revoked; made by hand.',
  domain: 'A name, until whoever claimed it gives it back; at most 100 in a place.',
  setup: 'One row.',
  embed_configuration: 'One row for each widget of a workspace.',
  organization_embed_configuration: 'One row for each widget of an organization.',
  team_member: 'Who is in a team, until somebody says otherwise.',
  pipeline_stage: 'Goes with its pipeline.',
  deal_lead: 'Goes with its deal or its lead.',
  deal_move: 'Goes with its deal.',
  company_domain: 'Goes with its company.',
  lead_contact: 'What became of the mails to a lead, shown with it for good.',
  lead_reach: 'Goes with its lead.',
  lead_distinct: 'Goes with its leads.',
  file_version: 'Goes with its file.',
  note_mention: 'Goes with its note.',
  calendar_feed: 'One row for each member, until they revoke it.',
  lead_tag: 'Goes with its lead or its tag.',
  list_member: 'Goes with its list or its lead.',
  segment_member: 'Which leads are in a segment now; goes when it is archived.',
  segment_change: 'Deleted when the lead has been looked at.',
  saved_search: 'Of whoever saved it, until they remove it; at most 100 of each.',
  search_change: 'Deleted when the record has been looked at.',
  search_document: 'Goes with its record.',
  search_posting: 'Goes with its record.',
  search_state: 'One row for each workspace.',
  search_word: 'Goes with the last record that says it.',
  lead_import: "Started by hand; the list of a workspace's imports.",
  mailbox: "The customer's own accounts.",
  campaign: "The customer's own work; its counts are shown for good.",
  step: 'Goes with its campaign.',
  audience_part: 'Deleted in the transaction that enrolls it.',
  enrollment: 'Goes with its campaign or its lead.',
  delivery: 'That a mail was sent, to whom and when, is shown with its lead for good; its bytes are not.',
  claim: 'Deleted with the last outcome of its mails.',
  mail_rollup: 'Counts by day, which the analytics show for good.',
  suppression: 'An address that must not be written to again, for good.',
  conversation: "The customer's own mail. What concerned nobody is forgotten after a month, workspace by workspace.",
  message: 'Goes with its conversation.',
  mail_attempt: 'Deleted when its mail is filed; one row for each mail that could not be read yet.',
  event_head: 'One row.',
  event_consumer: 'One row for each consumer of a workspace.',
};
