import type { Session } from './session.ts';
import { modeOfPage } from './theme-sheet.ts';

/** Lets a session look again when the page around becomes light or dark, for as long as somebody is signed in. */
export function watchPage(session: Session): void {
  const look = (): void => {
    if (!session.current) observer.disconnect();
    else if (!session.appearance.theme && session.theme === 'auto' && session.mode !== modeOfPage()) session.update({});
  };
  const observer = new MutationObserver(look);
  // Where hosts keep their theme.
  observer.observe(document.documentElement, { attributes: true });
  look();
}
