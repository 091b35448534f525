import { nearestLanguage, type Language } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import type { PageBrand } from './read-brand.ts';

/** Where the reader of the page stands. */
export type PageState = 'ask' | 'done' | 'invalid' | 'later';

interface Words {
  title: string;
  text: (sender: string) => string;
  button?: string;
}

const words: Record<Language, Record<PageState, Words> & { us: string }> = {
  en: {
    us: 'this sender',
    ask: {
      title: 'Unsubscribe',
      text: (sender) => `Do you want to stop getting mail from ${sender}?`,
      button: 'Unsubscribe',
    },
    done: { title: 'You are unsubscribed', text: (sender) => `You will get no more mail from ${sender}.` },
    invalid: {
      title: 'This link is not valid',
      text: () => 'Use the link as it stands in the mail, whole and unchanged.',
    },
    later: {
      title: 'Please try again',
      text: () => 'This did not work just now. Try again in a minute.',
      button: 'Try again',
    },
  },
  fr: {
    us: 'cet expéditeur',
    ask: {
      title: 'Se désabonner',
      text: (sender) => `Ne plus recevoir de messages de ${sender} ?`,
      button: 'Se désabonner',
    },
    done: { title: 'Vous êtes désabonné', text: (sender) => `Vous ne recevrez plus de messages de ${sender}.` },
    invalid: { title: 'Ce lien n’est pas valable', text: () => 'Utilisez le lien du message tel quel, en entier.' },
    later: {
      title: 'Veuillez réessayer',
      text: () => 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      button: 'Réessayer',
    },
  },
  es: {
    us: 'este remitente',
    ask: {
      title: 'Darse de baja',
      text: (sender) => `¿Dejar de recibir mensajes de ${sender}?`,
      button: 'Darme de baja',
    },
    done: { title: 'Se ha dado de baja', text: (sender) => `No recibirá más mensajes de ${sender}.` },
    invalid: { title: 'Este enlace no es válido', text: () => 'Use el enlace del mensaje completo y sin cambios.' },
    later: {
      title: 'Inténtelo de nuevo',
      text: () => 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      button: 'Intentar de nuevo',
    },
  },
  de: {
    us: 'diesem Absender',
    ask: {
      title: 'Abmelden',
      text: (sender) => `Möchten Sie keine E-Mails mehr von ${sender} erhalten?`,
      button: 'Abmelden',
    },
    done: { title: 'Sie sind abgemeldet', text: (sender) => `Sie erhalten keine E-Mails mehr von ${sender}.` },
    invalid: {
      title: 'Dieser Link ist nicht gültig',
      text: () => 'Verwenden Sie den Link so, wie er in der E-Mail steht: ganz und unverändert.',
    },
    later: {
      title: 'Bitte versuchen Sie es erneut',
      text: () => 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      button: 'Erneut versuchen',
    },
  },
};

/** Looks only; the brand's colour is an edge, so that text and button keep their contrast whatever it is. */
const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;
background:Canvas;color:CanvasText}main{max-width:26rem;margin:1rem;padding:2rem;border:1px solid color-mix(in srgb,CanvasText 20%,Canvas);
border-block-start:6px solid var(--brand);border-radius:.5rem}img{max-height:3rem;max-width:12rem}h1{font-size:1.35rem;margin:.75rem 0}
button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border:0;border-radius:.375rem;background:CanvasText;color:Canvas;cursor:pointer}
button:focus-visible{outline:3px solid var(--brand);outline-offset:2px}`;

/** Forbids everything that the page does not need; it holds no script. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** The page behind the way out of a mail. It works without script and asks before it does anything. */
export function unsubscribePage(state: PageState, brand: PageBrand): string {
  const lang = nearestLanguage(brand.locale);
  const { title, text, button } = words[lang][state];
  const sender = brand.name || words[lang].us;
  const color = /^#[0-9a-f]{3,6}$/i.test(brand.color) ? brand.color : '#3b4252';
  const head = brand.logoUrl
    ? `<img src="${escapeHtml(brand.logoUrl)}" alt="${escapeHtml(brand.name)}">`
    : `<strong>${escapeHtml(brand.name)}</strong>`;
  const form = button ? `<form method="post"><button>${button}</button></form>` : '';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>:root{--brand:${color}}${style}</style></head>
<body><main>${head}<h1>${title}</h1><p>${escapeHtml(text(sender))}</p>${form}</main></body></html>`;
}
