import { mergeFieldNames } from '#features/crm/lead';
import { checkTexts, textsOf } from '#features/outreach/template';
import type { WriteScope } from '#kernel';

/** Compiles the texts of a sequence as they will be merged, so that a wrong one is refused before anybody could get it. */
export async function checkStepTexts(scope: WriteScope, steps: { subject: string; body: string }[]): Promise<void> {
  if (steps.length === 0) return;
  const texts = steps.flatMap((step, index) => textsOf(step, `steps.${index}.`));
  await checkTexts(scope.workspaceId, texts, await mergeFieldNames(scope.sql));
}
