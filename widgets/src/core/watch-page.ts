import type { Session } from './session.ts';
import { modeOfPage } from './theme-sheet.ts';

/** Lets a session look again when the page around becomes light or dark, for as long as somebody is signed in. */
export function watchPage(session: Session): void {
  const { body, documentElement } = document;
  const end = new AbortController();
  const look = (): void => {
    if (!session.current) {
      observer.disconnect();
      end.abort();
    } else if (!session.appearance.theme && session.theme === 'auto' && session.mode !== modeOfPage())
      session.update({});
  };
  const observer = new MutationObserver(look);
  // Where hosts keep their theme.
  observer.observe(documentElement, { attributes: true });
  observer.observe(body, { attributes: true });
  // One that fades is dark at the end of it; one that follows the device says nothing.
  document.addEventListener('transitionend', look, end);
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', look, end);
  look();
}
