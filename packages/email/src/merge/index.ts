export { compileTemplate, type CompiledTemplate } from './compile-template.ts';
export { measureHtml } from './measure-html.ts';
export { mergeFields, type MergeField } from './list-merge-fields.ts';
export { TemplateError, type TemplateErrorCode, type TemplateErrorDetail } from './template-error.ts';
export { escapeHtml } from './escape-html.ts';
export type { TemplateKind } from './liquid-engine.ts';
export { NEEDS_LIQUID, type MergeValues, type Piece } from './compile-pieces.ts';
