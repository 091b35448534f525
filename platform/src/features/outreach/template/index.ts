import { defineFeature } from '#kernel';
import { templateSearch } from './template-search.ts';
import { TemplateSchema } from './template.entity.ts';
import { templateRouter } from './template.router.ts';
import { templateSnapshot } from './template-snapshot.ts';

/** Templates: reusable texts with merge fields. */
export const templateFeature = defineFeature({
  name: 'template',
  entities: [TemplateSchema],
  searched: [templateSearch],
  router: templateRouter,
  snapshots: [templateSnapshot],
});

export { checkTexts, textsOf, type MailTexts } from './check-texts.ts';
export { checkTextsApart } from './read-texts-apart.ts';
export { templateRouter };
