/** Tenant tables that go into no archive of a workspace, each with the reason. Every other one does. */
export const leftBehind: Readonly<Record<string, string>> = {
  bulk_operation: 'What was done to many leads; what came of it is in the leads.',
  bulk_part: 'What a bulk operation still has to do, or how it is taken back, which is kept for a day.',
  claim: 'What a process has on the wire right now.',
  company_domain: 'Written anew from the domains of companies as they come in.',
  company_match: 'How leads came to their companies.',
  domain: 'A host name leads to this installation; it is claimed and proven anew at the other one.',
  event: 'Told by this installation, and heard; what came of it is in the other tables.',
  event_consumer: 'How far those here have heard.',
  idempotency_record: 'Answers that are kept for a day, for whoever asked here.',
  lead_import: 'How leads came in; its files are gone after a day.',
  lead_tag: 'Made again by the words of the leads, as they come in.',
  mail_attempt: 'What is being read right now.',
  role: 'What people here may do, who are left behind, too; whoever administers the workspace there makes roles of theirs.',
  set_aside_event: 'What those here could not hear.',
  system_mail: 'Mails of this installation to its people.',
  upload: 'Gone after a day.',
};
