import { addCodeWords } from '../base/code-words.ts';

/** Brings the words for codes that only some elements' readers meet, a moment after the first paint; without them the platform's own are shown. */
export function learnFurtherWords(widget: { requestUpdate(): void }): void {
  void import('../base/further-code-words.ts').then(
    ({ furtherCodeWords }) => {
      addCodeWords(furtherCodeWords);
      widget.requestUpdate();
    },
    () => undefined,
  );
}
