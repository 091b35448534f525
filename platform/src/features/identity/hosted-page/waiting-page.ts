import type { Brand } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { paletteOf } from '#features/identity/workspace';

/** What a page shows until its script has drawn the same: the app's frame, a header over one element, or the element's shape alone. */
type Kind = 'app' | 'page' | 'framed';

const colors = ['canvas', 'sunken', 'border', 'pressed', 'text', 'accent', 'on-accent'] as const;
const bars = (count: number): string => '<i></i>'.repeat(count);

/** The shape of a page, to be painted before any script has come; the page takes it away once it shows something itself. */
export function waitingPage(brand: Brand, kind: Kind): { body: string; looks: string } {
  const name = escapeHtml(brand.displayName);
  const mark = escapeHtml(/^./u.exec(brand.displayName)?.[0] ?? '');
  const side = `<div class="side"><p class="whose"><b>${mark}</b><span>${name}</span></p>${bars(7)}</div>`;
  const header = { app: side, page: `<p class="name">${name}</p>`, framed: '' }[kind];
  const bottom = kind === 'app' ? '<div class="bottom"></div>' : '';
  return {
    body: `<div class="waiting ${kind}" aria-hidden="true">${header}<div class="shape">${bars(6)}</div>${bottom}</div>`,
    looks: variables(brand) + looks,
  };
}

function variables({ color, mode }: Brand): string {
  const palette = paletteOf(color);
  const of = (scheme: 'light' | 'dark'): string =>
    `:root{${colors.map((role) => `--${role}:${palette[scheme][role] ?? ''}`).join(';')}}`;
  return mode === 'auto' ? `${of('light')}@media (prefers-color-scheme:dark){${of('dark')}}` : of(mode);
}

/** The measures are those of the app's own frame and of the hosted page. */
const looks = `body{background:var(--canvas)}
.waiting,.waiting *{box-sizing:border-box}
.waiting{position:fixed;inset:0;overflow:hidden;background:var(--canvas);color:var(--text);font:14px/1.5 Inter,system-ui,sans-serif;text-align:start}
.waiting p{max-inline-size:none;margin:0;padding:0;text-align:start}
.waiting i{display:block;border-radius:8px;background:var(--pressed);animation:waiting 1.6s ease-in-out infinite}
.waiting.app{display:grid;grid-template:minmax(0,1fr)/auto minmax(0,1fr)}
.waiting .side{inline-size:216px;padding:12px 8px;background:var(--sunken);border-inline-end:1px solid var(--border)}
.waiting .whose{display:flex;align-items:center;gap:10px;padding:6px;margin-block-end:16px;font-weight:600}
.waiting .whose span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.waiting .whose b{flex:none;display:grid;place-items:center;inline-size:28px;block-size:28px;border-radius:8px;background:var(--accent);color:var(--on-accent)}
.waiting .side i{block-size:12px;margin:10px 10px 20px;inline-size:70%}
.waiting .side i:nth-of-type(even){inline-size:50%}
.waiting .name{display:flex;align-items:center;min-block-size:44px;font-size:16px;font-weight:600}
.waiting.page,.waiting .shape{padding:24px}
.waiting.page .shape{padding:16px 0}
.waiting.framed .shape{padding:16px}
.waiting .shape{display:flex;flex-direction:column;gap:12px}
.waiting .shape i{flex:none;block-size:52px}
.waiting .shape i:first-child{block-size:28px;inline-size:200px;max-inline-size:60%;margin-block-end:12px}
.waiting .bottom{display:none}
noscript p{position:relative}
@media (max-width:1039px){.waiting .side{inline-size:56px}.waiting .whose span{display:none}.waiting .side i{inline-size:20px!important;margin-inline:10px}}
@media (max-width:719px){.waiting.app{grid-template:auto minmax(0,1fr) auto/minmax(0,1fr)}.waiting .side{inline-size:auto;padding:6px 8px;border-inline-end:0;border-block-end:1px solid var(--border)}.waiting .whose{margin:0}.waiting .whose span{display:block}.waiting .side i{display:none}.waiting.page,.waiting .shape{padding:16px}.waiting .bottom{display:block;block-size:57px;background:var(--sunken);border-block-start:1px solid var(--border)}}
@media (prefers-reduced-motion:reduce){.waiting i{animation:none}}
@keyframes waiting{50%{opacity:.5}}`;
