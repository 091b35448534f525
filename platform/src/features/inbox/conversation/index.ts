import { defineFeature } from '#kernel';
import { ConversationSchema, MessageSchema } from './conversation.entity.ts';

/** The conversation feature. */
export const conversationFeature = defineFeature({
  name: 'conversation',
  entities: [ConversationSchema, MessageSchema],
});

export { ConversationSchema, MessageSchema };
