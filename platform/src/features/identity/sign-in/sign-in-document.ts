import { escapeHtml } from '@tabard/email';
import { shell } from '#features/identity/hosted-page';

/** One question of a form. */
export interface Field {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  /** What a password manager and a browser fill in. */
  autocomplete: string;
  value?: string;
  hint?: string;
  minLength?: number;
}

/** What a page with one form of ours says. */
export interface FormWords {
  title: string;
  text: string;
  button: string;
  /** Said for each code of an answer; `other` for the rest. */
  failures: Readonly<Record<string, string>> & { other: string };
}

export interface FormPage {
  nonce: string;
  lang: string;
  words: FormWords;
  fields: readonly Field[];
  /** Where the form goes, by POST and JSON. */
  action: string;
  /** The name under which what stands behind the `#` of the address is sent. */
  fragment?: string;
}

const looks = `main{box-sizing:border-box;max-inline-size:26rem;margin:12vh auto;padding:2rem 1rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
main p{margin:0 0 1.25rem;padding:0;max-inline-size:none;text-align:start}label{display:block;font-weight:600;margin-block-start:1rem}
input{box-sizing:border-box;inline-size:100%;font:inherit;font-weight:400;padding:.5rem .75rem;margin-block-start:.25rem;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas);border-radius:.375rem;background:Canvas;color:CanvasText}
small{display:block;font-weight:400;color:color-mix(in srgb,CanvasText 70%,Canvas)}
button{font:inherit;font-weight:600;inline-size:100%;margin-block-start:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:.375rem;background:CanvasText;color:Canvas;cursor:pointer}
button:disabled{opacity:.6}section button{margin-block-start:.5rem;background:Canvas;color:CanvasText;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas)}
input:focus-visible,button:focus-visible{outline:3px solid Highlight;outline-offset:2px}main [role=alert]:not(:empty){margin:1rem 0 0;padding:.75rem;border-inline-start:4px solid #c62828}`;

/**
 * The page's one script. The code behind the `#` is sent in a body and never in an address; a person of several workspaces is asked for
 * one; what fails is said where it is seen and heard.
 */
const script = `const form=document.querySelector('form'),note=document.querySelector('[role=alert]'),choice=document.querySelector('section');
const facts=JSON.parse(form.dataset.facts);
async function send(more){
  const body=Object.fromEntries(new FormData(form));
  if(facts.fragment)body[facts.fragment]=location.hash.slice(1);
  if(facts.fragment)body.timeZone=Intl.DateTimeFormat().resolvedOptions().timeZone;
  const button=form.querySelector('button');
  button.disabled=true;note.textContent='';
  try{
    const answer=await fetch(facts.action,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({...body,...more})});
    const said=await answer.json();
    if(said.url)return void location.replace(said.url);
    if(said.workspaces)return show(said.workspaces);
    note.textContent=facts.failures[said.code]||facts.failures.other;
  }catch{note.textContent=facts.failures.other}
  finally{button.disabled=false}
}
function show(workspaces){
  form.hidden=true;
  choice.replaceChildren(...workspaces.map(({id,name})=>{
    const button=document.createElement('button');
    button.textContent=name;button.onclick=()=>send({workspaceId:id});
    return button;
  }));
  choice.firstChild?.focus();
}
form.onsubmit=(event)=>{event.preventDefault();send({})};`;

/** A page of ours with one form. It is nobody's brand: nobody is known before they sign in. */
export function formDocument({ nonce, lang, words, fields, action, fragment }: FormPage): string {
  const facts = escapeHtml(JSON.stringify({ action, fragment, failures: words.failures }));
  return shell(nonce, {
    lang,
    title: words.title,
    mode: 'auto',
    looks,
    body: `<main><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.text)}</p>
<form data-facts="${facts}">${fields.map(fieldDocument).join('')}<div role="alert"></div>
<button>${escapeHtml(words.button)}</button></form><section></section></main>
<script nonce="${nonce}">${script}</script>`,
  });
}

function fieldDocument({ name, label, hint, value = '', type, autocomplete, minLength }: Field): string {
  const least = minLength === undefined ? '' : ` minlength="${minLength}"`;
  return `<label>${escapeHtml(label)}<input name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" required${least}>${hint ? `<small>${escapeHtml(hint)}</small>` : ''}</label>`;
}
