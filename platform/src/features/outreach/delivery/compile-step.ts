import { hash } from 'node:crypto';
import {
  compileMessage,
  compileTemplate,
  mergeFields,
  type CompiledMessage,
  type CompiledTemplate,
} from '@tabard/email';

/** The texts of a step. */
export interface StepText {
  id: string;
  subject: string;
  body: string;
}

/** A step, compiled once: per mail only its values are merged. */
export interface CompiledStep {
  message: CompiledMessage;
  subject: CompiledTemplate;
  /** Whether the subject is that of the mail it follows. */
  joinsThread: boolean;
}

/** Carries the subject of the thread into a mail that has none of its own. */
export const threadSubjectField = 'thread_subject';

const compiled = new Map<string, CompiledStep>();
const kept = 500;

/** The compiled step, from memory while its texts stay the same. */
export function compileStep(step: StepText, timeZone: string): CompiledStep {
  const key = `${step.id}:${timeZone}:${hash('sha256', `${step.subject}\0${step.body}`, 'base64')}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= kept) compiled.delete(compiled.keys().next().value!);
  const joinsThread = step.subject.trim() === '';
  const source = joinsThread ? `{{ ${threadSubjectField} }}` : step.subject;
  // The texts were checked when they were saved; a custom field that no lead has any more is merged as empty.
  const fields = [...mergeFields(source), ...mergeFields(step.body)].map((field) => field.name);
  const made = {
    message: compileMessage({ subject: source, html: step.body, fields, timeZone }),
    subject: compileTemplate(source, { kind: 'subject', fields, timeZone }),
    joinsThread,
  };
  compiled.set(key, made);
  return made;
}
