import { defineFeature } from '#kernel';
import { conversationSearch } from './conversation-search.ts';
import { ConversationSchema, MailAttemptSchema, MessageSchema } from './conversation.entity.ts';
import { conversationRouter } from './conversation.router.ts';
import { fileSentAnswer } from './file-sent-answer.job.ts';
import { setAsideSweep } from './set-aside.ts';
import { forgetConversations } from './forget-conversations.ts';
import { RemovedMailFileSchema, removedMailFileRetention } from './removed-mail-file.entity.ts';
import { mailboxWatch } from './watch-mailboxes.ts';

/** Conversations: what leads write back, and what they are answered. */
export const conversationFeature = defineFeature({
  name: 'conversation',
  entities: [ConversationSchema, MailAttemptSchema, MessageSchema, RemovedMailFileSchema],
  searched: [conversationSearch],
  router: conversationRouter,
  jobs: [fileSentAnswer],
  services: [mailboxWatch, setAsideSweep],
  files: ['mail'],
  forgets: forgetConversations,
  retention: [removedMailFileRetention],
});

export { type Filed } from './file-mail.ts';
export { removedMailFileRetention } from './removed-mail-file.entity.ts';
export { ingestMail, type IngestInput } from './ingest-mail.ts';
export { mailboxWatch } from './watch-mailboxes.ts';
export { conversationRouter };
