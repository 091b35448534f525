/** What can be wrong with a template; each code has one meaning and one way out. */
export type TemplateErrorCode =
  | 'template.unknown_field'
  | 'template.syntax'
  | 'template.limit_exceeded'
  | 'template.tag_not_allowed';

/** Where and with which name a template went wrong; lines and columns count from 1. */
export interface TemplateErrorDetail {
  field?: string;
  line?: number;
  column?: number;
  suggestion?: string;
}

/** Thrown for a template that cannot be used; the message says where it is wrong and what to do. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: TemplateErrorCode;
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
  readonly suggestion?: string;

  constructor(code: TemplateErrorCode, message: string, detail: TemplateErrorDetail = {}) {
    super(message);
    this.code = code;
    Object.assign(this, detail);
  }
}
