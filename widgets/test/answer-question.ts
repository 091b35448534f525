import { findDeep } from './stories/find-deep.ts';
import { until } from './until.ts';

/** What an element asks before it does something that cannot be taken back. */
export const questionOf = (root: ParentNode): HTMLElement & { open: boolean } => findDeep(root, '.question');

/** Answers it with one of its buttons, once it is asked. */
export async function answerQuestion(root: ParentNode, name: string): Promise<void> {
  await until(() => questionOf(root).open);
  const button = [...questionOf(root).querySelectorAll<HTMLElement>('[slot=footer]')].find(
    (one) => one.textContent?.trim() === name,
  );
  if (!button) throw new Error(`No answer is called "${name}".`);
  button.click();
  await until(() => !questionOf(root).open);
}
