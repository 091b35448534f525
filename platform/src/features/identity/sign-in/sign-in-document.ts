import type { Brand } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { brandedShell, brandHeader, shell } from '#features/identity/hosted-page';
import { approveScript, deskScript } from './phone-script.ts';
import type { ApproveWords } from './approve-words.ts';
import type { DeskWords } from './desk-words.ts';
import { providerScript, returnScript } from './provider-script.ts';
import { passkeyScript } from './passkey-script.ts';
import { script } from './sign-in-script.ts';
import type { PasskeyWords } from './sign-in-words.ts';
import type { StepWords } from './step-words.ts';

/** One question of a form. */
export interface Field {
  name: string;
  label: string;
  /** A box is to be ticked. */
  type: 'text' | 'email' | 'password' | 'checkbox';
  /** What a password manager and a browser fill in. */
  autocomplete: string;
  value?: string;
  hint?: string;
  minLength?: number;
  /** What a box is about, on another page. */
  link?: { href: string; label: string };
}

/** What a page with one form of ours says. */
export interface FormWords {
  title: string;
  text: string;
  button: string;
  /** Said for each code of an answer; `other` for the rest. */
  failures: Readonly<Record<string, string>> & { other: string };
}

/** What is said in the form's place where the code of the address is good for nothing. */
export interface GateWords {
  title: string;
  text: string;
  /** The way on. */
  link: string;
  /** Another one. */
  also?: { href: string; label: string };
}

export interface FormPage {
  nonce: string;
  /** Whose page it is; null where nobody is known before they sign in. */
  brand: Brand | null;
  lang: string;
  words: FormWords;
  fields: readonly Field[];
  /** The one address that answers it, whatever other name the service is reached by. */
  origin: string;
  /** What is said of the steps after the form. */
  steps: StepWords;
  /** What is said of passkeys, where they can be used. */
  passkey?: PasskeyWords;
  /** What is said where a phone is to approve the sign-in, and what on the phone. */
  desk?: DeskWords;
  approve?: ApproveWords;
  /** Other providers' accounts that can be used, what is said where that fails, and what is said where the address is asked first. */
  ways?: {
    offered: readonly { provider: string; label: string }[];
    failures: Readonly<Record<string, string>>;
    first?: { button: string };
  };
  /** On the page that a provider sends people back to: what is said where nobody was signed in; `otherwise` where nothing was sent. */
  returned?: { endings: Readonly<Record<string, GateWords & { href: string }>>; otherwise: string };
  /** Other ways, below the form. */
  links?: readonly { href: string; label: string }[];
  /** Where the form goes, by POST and JSON. */
  action: string;
  /** The name under which what stands behind the `#` of the address is sent. */
  fragment?: string;
  /** Where it is asked, by POST, before the form is shown, whether that is good for anything and what the form says and asks then. */
  gate?: {
    action: string;
    /** What is said if it is not, by the code of the failure; and the code of an address without anything. */
    endings: Readonly<Record<string, GateWords>>;
    otherwise: string;
    href: string;
  };
}

const looks = `main,aside{box-sizing:border-box;max-inline-size:26rem;margin:12vh auto;padding:2rem 1rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
main p,aside p{margin:0 0 1.25rem;padding:0;max-inline-size:none;text-align:start}label{display:block;font-weight:600;margin-block-start:1rem}
input{box-sizing:border-box;inline-size:100%;font:inherit;font-weight:400;padding:.5rem .75rem;margin-block-start:.25rem;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas);border-radius:.375rem;background:Canvas;color:CanvasText}
.tick input{inline-size:1.125rem;block-size:1.125rem;margin:0;margin-inline-end:.5rem;vertical-align:-.125rem;padding:0}
small{display:block;font-weight:400;color:color-mix(in srgb,CanvasText 70%,Canvas)}
[aria-invalid]{border-color:light-dark(#c62828,#ff8a80)}small.wrong{color:light-dark(#c62828,#ff8a80)}
button{font:inherit;font-weight:600;inline-size:100%;margin-block-start:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:.375rem;background:CanvasText;color:Canvas;cursor:pointer}
button:disabled{opacity:.6}section>button:not(.go),.other{margin-block-start:.5rem;background:Canvas;color:CanvasText;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas)}
nav{display:flex;flex-direction:column;gap:.75rem;margin-block-start:1.5rem}
section svg{display:block;inline-size:13rem;max-inline-size:100%;margin-block-end:1rem;background:#fff;border-radius:.375rem;fill:#000}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1rem;margin:0 0 .5rem}dt{color:color-mix(in srgb,CanvasText 70%,Canvas)}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
output{display:block;font:600 3.5rem/1.2 ui-monospace,monospace;letter-spacing:.1em;margin-block-end:1rem}section>a,aside>a+a{display:block;inline-size:fit-content;margin-block-start:1.25rem}
code{font:1rem/1.6 ui-monospace,monospace;color:CanvasText;overflow-wrap:anywhere}small code{display:block}
ol{columns:2;margin:0 0 .5rem;padding-inline-start:1.75rem}
a{color:LinkText}[hidden]{display:none}input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid Highlight;outline-offset:2px}main [role=alert]:not(:empty){margin:1rem 0 0;padding:.75rem;border-inline-start:4px solid #c62828}`;

/** A page of ours with one form. */
export function formDocument({
  nonce,
  brand,
  lang,
  words,
  fields,
  origin,
  action,
  fragment,
  gate,
  ...page
}: FormPage): string {
  const { steps, passkey, desk, approve, ways, returned, links = [] } = page;
  const further = [
    passkey && passkeyScript,
    ways && providerScript,
    returned && returnScript,
    desk && deskScript,
    approve && approveScript,
  ]
    .filter(Boolean)
    .join('');
  const { failures } = words;
  const facts = escapeHtml(
    JSON.stringify({ origin, action, fragment, failures, gate, steps, passkey, desk, approve, ways, returned }),
  );
  return shell(nonce, {
    lang,
    title: words.title,
    ...brandedShell(brand, looks),
    body: `${brandHeader(brand)}<main><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.text)}</p>
<form data-facts="${facts}"${gate ? ' hidden' : ''}>${fields.map(fieldDocument).join('')}<div role="alert"></div>
<button>${escapeHtml(words.button)}</button></form><section></section>${linksDocument(links)}</main>${endingDocument(gate?.href ?? '/sign-in')}
<script nonce="${nonce}">${script}${further}</script>`,
  });
}

/** What stands in the form's place when there is nothing to fill in any more. */
function endingDocument(href: string): string {
  return `<aside hidden role="alert"><h1></h1><p></p><a href="${href}"></a><a hidden></a></aside>`;
}

function linksDocument(links: NonNullable<FormPage['links']>): string {
  const shown = links.map(({ href, label }) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`);
  return shown.length > 0 ? `<nav>${shown.join('')}</nav>` : '';
}

function fieldDocument({ name, label, hint, value = '', type, autocomplete, minLength, link }: Field): string {
  if (type === 'checkbox') {
    const about = link
      ? `<small><a href="${escapeHtml(link.href)}" target="_blank" rel="noopener noreferrer">${escapeHtml(link.label)}</a></small>`
      : '';
    return `<label class="tick"><input name="${name}" type="checkbox" value="yes" required>${escapeHtml(label)}</label>${about}`;
  }
  const least = minLength === undefined ? '' : ` minlength="${minLength}"`;
  return `<label>${escapeHtml(label)}<input name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" required${least}>${hint ? `<small>${escapeHtml(hint)}</small>` : ''}</label>`;
}
