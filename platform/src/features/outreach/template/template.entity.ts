import { templateNoun } from '@tabard/contract';
import { storeOf, tableOf } from '#kernel';

/** A reusable subject and body with merge fields. */
export const TemplateSchema = tableOf(templateNoun);

/** Where templates are kept. */
export const templates = storeOf(templateNoun, TemplateSchema, { alias: 't' });
