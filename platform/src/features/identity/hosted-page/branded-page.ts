import type { Brand } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { brandAt, paletteOf } from '#features/identity/workspace';
import type { App, ServedDomain } from '#kernel';
import type { Shell } from './page-document.ts';

/** The brand of whoever has the host name; null under the installation's own names, where nobody is known. */
export async function brandUnder(app: App, domain: ServedDomain | null): Promise<Brand | null> {
  return domain && brandAt(app, domain.scopeId, domain.organizationId);
}

/** The mode, icon and colours of a plain page of ours in a brand, or in nobody's. */
export function brandedShell(brand: Brand | null, looks: string): Pick<Shell, 'mode' | 'icon' | 'looks'> {
  if (!brand) return { mode: 'auto', looks };
  const palette = paletteOf(brand.color);
  const of = (scheme: 'light' | 'dark'): string => {
    const { canvas = 'Canvas', text = 'CanvasText' } = palette[scheme];
    const { accent = text, 'on-accent': onAccent = canvas, 'accent-text': link = text } = palette[scheme];
    return `body{background:${canvas};color:${text}}form button,.go{background:${accent};color:${onAccent}}a{color:${link}}${
      brand.logoDarkUrl ? `.on-${scheme}{display:block}` : ''
    }`;
  };
  const colours =
    brand.mode === 'auto'
      ? `${of('light')}@media (prefers-color-scheme:dark){.on-light{display:none}${of('dark')}}`
      : of(brand.mode);
  return { mode: brand.mode, icon: brand.faviconUrl ?? brand.markUrl, looks: `${looks}${headerLooks}${colours}` };
}

const headerLooks = `header{box-sizing:border-box;max-inline-size:26rem;margin:8vh auto 0;padding:0 1rem;font-size:1.125rem;font-weight:650}
header img{display:block;max-block-size:3rem;max-inline-size:100%}header .on-dark,header .on-light{display:none}header~main,header~aside{margin-block-start:1rem}`;

/** Whose page it is, by their logo or their name; nothing where nobody is known. */
export function brandHeader(brand: Brand | null): string {
  if (!brand) return '';
  const name = escapeHtml(brand.displayName);
  const picture = (url: string, ground = ''): string => `<img${ground} src="${escapeHtml(url)}" alt="${name}">`;
  const [light, dark] = [brand.logoUrl ?? brand.logoDarkUrl, brand.logoDarkUrl];
  if (!light) return `<header>${name}</header>`;
  if (!dark) return `<header>${picture(light)}</header>`;
  return `<header>${picture(light, ' class="on-light"')}${picture(dark, ' class="on-dark"')}</header>`;
}
