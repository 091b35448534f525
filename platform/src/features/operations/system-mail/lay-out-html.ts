import type { Brand } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { createPalette } from '@tabard/theme';
import { footerWords } from './footer-words.ts';
import type { MailContent } from './mail-content.ts';

const font = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** The colours of one mode. */
interface Colours {
  canvas: string;
  sheet: string;
  line: string;
  text: string;
  muted: string;
  button: string;
  label: string;
  link: string;
}

function coloursOf({ color, mailColor }: Brand, mode: 'light' | 'dark'): Colours {
  const tokens = createPalette(color)[mode];
  const token = (name: string): string => tokens[name] ?? 'inherit';
  // A colour of its own comes with a label that can be read on it.
  const button = mailColor ? createPalette(mailColor)[mode] : tokens;
  return {
    canvas: token('canvas'),
    sheet: token('surface'),
    line: token('border'),
    text: token('text'),
    muted: token('text-muted'),
    button: button['accent'] ?? 'inherit',
    label: button['on-accent'] ?? 'inherit',
    link: token('accent-text'),
  };
}

/** Mail programs that know dark mode take these; the others keep what each element says of itself. */
const darkRules = (c: Colours): string => `@media (prefers-color-scheme:dark){
.canvas{background:${c.canvas}!important}.sheet{background:${c.sheet}!important;border-color:${c.line}!important}
.text{color:${c.text}!important}.muted{color:${c.muted}!important}.link{color:${c.link}!important}.line{border-color:${c.line}!important}
.button{background:${c.button}!important;border-color:${c.button}!important;color:${c.label}!important}
.on-light{display:none!important}.on-dark{display:block!important}}`;

/** One sheet of paper in the middle, in tables and written-out styles, for these are what every mail program knows. */
export function layOutHtml(brand: Brand, { locale, heading, paragraphs, action, note, subject }: MailContent): string {
  const light = coloursOf(brand, brand.mode === 'dark' ? 'dark' : 'light');
  const words = footerWords[locale];
  const url = escapeHtml(action.url);
  const scheme = brand.mode === 'auto' ? 'light dark' : brand.mode;
  const paragraph = (text: string): string =>
    `<p class="text" style="margin:0 0 16px;font-size:16px;line-height:1.55;color:${light.text}">${escapeHtml(text)}</p>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="${scheme}"><meta name="supported-color-schemes" content="${scheme}">
<title>${escapeHtml(subject)}</title><style>:root{color-scheme:${scheme}}a{text-underline-offset:2px}
@media (max-width:480px){.sheet{padding:28px 20px!important}.button{display:block!important;text-align:center!important}}
${brand.mode === 'auto' ? darkRules(coloursOf(brand, 'dark')) : ''}</style></head>
<body class="canvas" style="margin:0;padding:0;background:${light.canvas}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(paragraphs[0] ?? '')}</div>
<table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" style="background:${light.canvas}"><tr><td align="center" style="padding:32px 12px;font-family:${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td style="padding:0 4px 20px">${brandMark(brand, light)}</td></tr>
<tr><td class="sheet" style="padding:40px;background:${light.sheet};border:1px solid ${light.line};border-radius:12px">
<h1 class="text" style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:650;color:${light.text}">${escapeHtml(heading)}</h1>
${paragraphs.map(paragraph).join('\n')}
<p style="margin:28px 0"><a class="button" href="${url}" style="display:inline-block;padding:13px 26px;border:1px solid ${light.button};border-radius:${brand.radius}px;background:${light.button};color:${light.label};font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p class="muted" style="margin:0 0 20px;font-size:14px;line-height:1.5;color:${light.muted}">${escapeHtml(note)}</p>
<p class="muted line" style="margin:0;padding-top:20px;border-top:1px solid ${light.line};font-size:13px;line-height:1.5;color:${light.muted}">${escapeHtml(words.copy)}<br><a class="link" href="${url}" style="color:${light.link};word-break:break-all">${url}</a></p>
</td></tr><tr><td class="muted" style="padding:20px 4px 0;font-size:13px;line-height:1.6;color:${light.muted}">${footer(brand, light, words)}</td></tr></table>
</td></tr></table></body></html>`;
}

/** The logo, another one on dark grounds where there is one; else the name in letters. */
function brandMark({ displayName, mailLogo, logoUrl, logoDarkUrl, mode }: Brand, { text }: Colours): string {
  const name = escapeHtml(displayName);
  const style = `font-size:18px;font-weight:650;color:${text}`;
  const picture = (url: string, shown = 'block', ground = ''): string =>
    `<img${ground} src="${escapeHtml(url)}" alt="${name}" height="36" style="display:${shown};height:36px;width:auto;border:0;${style}">`;
  const [light, dark] = [logoUrl ?? logoDarkUrl, logoDarkUrl ?? logoUrl];
  if (!mailLogo || !light || !dark) return `<span class="text" style="${style}">${name}</span>`;
  if (mode !== 'auto' || light === dark) return picture(mode === 'dark' ? dark : light);
  return picture(light, 'block', ' class="on-light"') + picture(dark, 'none', ' class="on-dark"');
}

function footer(brand: Brand, { muted }: Colours, words: (typeof footerWords)['en']): string {
  const link = (href: string, text: string): string =>
    `<a class="muted" href="${escapeHtml(href)}" style="color:${muted}">${escapeHtml(text)}</a>`;
  return [
    escapeHtml([brand.displayName, brand.postalAddress].filter(Boolean).join(' · ')),
    [
      brand.supportEmail &&
        `${escapeHtml(words.questions)} ${link(`mailto:${brand.supportEmail}`, brand.supportEmail)}`,
      brand.privacyUrl && link(brand.privacyUrl, words.privacy),
    ]
      .filter(Boolean)
      .join(' · '),
    escapeHtml(brand.legalText).replaceAll('\n', '<br>'),
  ]
    .filter(Boolean)
    .join('<br>');
}
