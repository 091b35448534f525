import { html } from '../base/html.ts';
import type { Appearance } from './theme-sheet.ts';

/** The logo over a page, the one for the ground it stands on; the name in letters where there is none. */
export function pageLogo({
  logoUrl,
  logoDarkUrl,
  theme,
  name,
}: {
  logoUrl: string;
  logoDarkUrl: string;
  theme: Appearance['theme'];
  name: string;
}): unknown {
  const [light, dark] = [logoUrl || logoDarkUrl, logoDarkUrl || logoUrl];
  if (!light) return name;
  if (theme === 'light' || theme === 'dark') return html`<img src=${theme === 'dark' ? dark : light} alt=${name} />`;
  return html`<picture
    ><source srcset=${dark} media="(prefers-color-scheme: dark)" />
    <img src=${light} alt=${name}
  /></picture>`;
}
