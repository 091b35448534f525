/** Tenant tables that go into no archive of a workspace, each with the reason. Every other one does. */
export const leftBehind: Readonly<Record<string, string>> = {
  claim: 'What a process has on the wire right now.',
  domain: 'A host name leads to this installation; it is claimed and proven anew at the other one.',
  event: 'Told by this installation, and heard; what came of it is in the other tables.',
  event_consumer: 'How far those here have heard.',
  idempotency_record: 'Answers that are kept for a day, for whoever asked here.',
  lead_import: 'How leads came in; its files are gone after a day.',
  mail_attempt: 'What is being read right now.',
  role: 'What people here may do, who are left behind, too; whoever administers the workspace there makes roles of theirs.',
  set_aside_event: 'What those here could not hear.',
  system_mail: 'Mails of this installation to its people.',
  upload: 'Gone after a day.',
  segment_member: 'Found anew where the workspace goes on.',
  segment_change: 'What is to be looked at again; segments are built anew where the workspace goes on.',
};
