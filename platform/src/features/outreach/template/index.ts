import { defineFeature } from '#kernel';
import { TemplateSchema } from './template.entity.ts';

/** The template feature. */
export const templateFeature = defineFeature({ name: 'template', entities: [TemplateSchema] });

export { TemplateSchema };
