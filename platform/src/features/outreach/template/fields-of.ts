import { mergeFieldNames } from '#features/crm/lead';
import type { WriteScope } from '#kernel';
import { checkTexts, textsOf, type MailTexts } from './check-texts.ts';

/** The merge fields that texts use; a text that cannot be merged ends the action. */
export const fieldsOf = async (scope: WriteScope, texts: MailTexts): Promise<string[]> =>
  checkTexts(scope.workspaceId, textsOf(texts), await mergeFieldNames(scope.read));
