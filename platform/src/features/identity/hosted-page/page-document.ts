import { nearestLanguage, type Brand, type Language } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { waitingPage } from './waiting-page.ts';

/** What the page is told before its script runs. Nothing of it is secret. */
export interface PageFacts {
  nonce: string;
  brand: Brand;
  locale: string;
  /** The clock of whoever looks at it; left out, that of the workspace. */
  timeZone?: string;
  /** Its public id, where a link opened it. */
  page?: string;
  /** The workspace whose app it is, where whoever is signed in in the browser opened it. */
  workspace?: string;
  widget: string;
  /** The widgets that people can go to from it. */
  widgets: readonly string[];
  place?: string | null;
  frameOrigins: readonly string[];
  returnUrl: string | null;
  apiUrl: string;
}

const words: Readonly<Record<Language | 'ar', { script: string; ended: string }>> = {
  en: {
    script: 'Please allow JavaScript to use this page.',
    ended: 'This page has ended. Open it again from where you came.',
  },
  fr: {
    script: 'Veuillez autoriser JavaScript pour utiliser cette page.',
    ended: 'Cette page n’est plus active. Rouvrez-la depuis votre portail.',
  },
  es: {
    script: 'Permita JavaScript para usar esta página.',
    ended: 'Esta página ha terminado. Ábrala de nuevo desde su portal.',
  },
  de: {
    script: 'Bitte erlauben Sie JavaScript, um diese Seite zu verwenden.',
    ended: 'Diese Seite ist beendet. Öffnen Sie sie noch einmal aus Ihrem Portal.',
  },
  ar: {
    script: 'يُرجى السماح بتشغيل JavaScript لاستخدام هذه الصفحة.',
    ended: 'انتهت هذه الصفحة. افتحها من جديد من بوابتك.',
  },
};

/** The first word of the page's own tags; it says nothing of who made them. */
const prefix = 'outreach';

/** The canvas follows the brand's mode, as the widget on it does. */
const style = (
  mode: Brand['mode'],
) => `:root{color-scheme:${mode === 'auto' ? 'light dark' : mode}}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
p{max-inline-size:26rem;margin:20vh auto;padding:1rem;text-align:center}`;

/** One widget as a document. */
export function pageDocument(facts: PageFacts): string {
  const lang = facts.locale === 'ar' ? 'ar' : nearestLanguage(facts.locale);
  const { brand } = facts;
  const attributes = {
    page: facts.page,
    workspace: facts.workspace,
    widget: facts.widget,
    widgets: facts.widgets.join(' '),
    place: facts.place,
    'base-url': facts.apiUrl,
    'frame-origins': facts.frameOrigins.join(' '),
    'return-url': facts.returnUrl,
    name: brand.displayName,
    'logo-url': brand.logoUrl,
    'logo-dark-url': brand.logoDarkUrl,
    theme: brand.mode,
    'brand-color': brand.color,
    locale: lang,
    'time-zone': facts.timeZone,
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escapeHtml(value)}"` : ''))
    .join('');
  const framed = facts.frameOrigins.length > 0;
  const waiting = waitingPage(brand, facts.widget === 'app' ? 'app' : framed ? 'framed' : 'page');
  const tag = `${prefix}-${facts.workspace ? 'signed-in-page' : 'hosted-page'}`;
  return shell(facts.nonce, {
    lang,
    title: brand.displayName,
    mode: brand.mode,
    icon: brand.faviconUrl ?? brand.markUrl,
    manifest: facts.workspace && `/app/${facts.workspace}/manifest.webmanifest`,
    looks: waiting.looks,
    body: `<${tag}${written}>${waiting.body}</${tag}><noscript><p>${words[lang].script}</p></noscript>
<script type="module" nonce="${facts.nonce}" src="/embed/v1.js?prefix=${prefix}"></script>`,
  });
}

/** What stands where a page is no more. It is nobody's brand, for nobody is known. */
export function endedDocument(nonce: string): string {
  return shell(nonce, { lang: 'en', title: 'Page', mode: 'auto', body: `<p role="alert">${words.en.ended}</p>` });
}

/** What a page of ours is made of. */
export interface Shell {
  lang: string;
  title: string;
  mode: Brand['mode'];
  body: string;
  /** Address of the icon in the browser's tab; without one there is none. */
  icon?: string | null;
  /** Address of what makes the page an app of the device, asked for with the cookie. */
  manifest?: string;
  /** Rules beside those of every page. */
  looks?: string;
}

/** A page of ours around its body, under `pageHeaders`. */
export function shell(nonce: string, { lang, title, mode, body, icon, manifest, looks = '' }: Shell): string {
  const kept = manifest ? `<link rel="manifest" crossorigin="use-credentials" href="${escapeHtml(manifest)}">` : '';
  return `<!doctype html><html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="${escapeHtml(icon ?? 'data:,')}">${kept}<title>${escapeHtml(title)}</title><style nonce="${nonce}">${style(mode)}${looks}</style></head>
<body>${body}</body></html>`;
}
