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

/** What is said in the form's place where the code of the address is good for nothing. */
export interface GateWords {
  title: string;
  text: string;
  /** The way on. */
  link: string;
}

export interface FormPage {
  nonce: string;
  lang: string;
  words: FormWords;
  fields: readonly Field[];
  /** The one address that answers it, whatever other name the service is reached by. */
  origin: string;
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
small{display:block;font-weight:400;color:color-mix(in srgb,CanvasText 70%,Canvas)}
button{font:inherit;font-weight:600;inline-size:100%;margin-block-start:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:.375rem;background:CanvasText;color:Canvas;cursor:pointer}
button:disabled{opacity:.6}section button{margin-block-start:.5rem;background:Canvas;color:CanvasText;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas)}
a{color:LinkText}[hidden]{display:none}input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid Highlight;outline-offset:2px}main [role=alert]:not(:empty){margin:1rem 0 0;padding:.75rem;border-inline-start:4px solid #c62828}`;

/**
 * The page's one script. The code behind the `#` leaves the address before anything else, for the tab's own memory, so that loading the
 * page again keeps it; it is sent in a body and never in an address. A person of several workspaces is asked for one; who was sent here
 * from a page of the app is led back there; what fails is said where it is seen and heard.
 */
const script = `const form=document.querySelector('form'),note=document.querySelector('[role=alert]'),choice=document.querySelector('section');
const facts=JSON.parse(form.dataset.facts),spent=document.querySelector('aside');
if(location.origin!==facts.origin)location.replace(facts.origin+location.pathname+location.search+location.hash);
const back=/^\\/app\\/(wsp_\\w+)(?:\\/[\\w/-]*)?$/.exec(new URLSearchParams(location.search).get('to')||'');
if(facts.fragment&&location.hash.length>1){
  sessionStorage.setItem(facts.fragment,location.hash.slice(1));
  history.replaceState(null,'',location.pathname);
}
const code=facts.fragment?sessionStorage.getItem(facts.fragment)||'':'';
const post=async(action,body)=>(await fetch(action,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(body)})).json();
const {gate}=facts;
function end(ending){
  sessionStorage.removeItem(facts.fragment);
  const [title,text,link]=spent.children;
  title.textContent=document.title=ending.title;text.textContent=ending.text;link.textContent=ending.link;
  form.parentNode.hidden=true;spent.hidden=false;link.focus();
}
function adapt({title,text,fields}){
  const [heading,words]=form.parentNode.children;
  if(title)heading.textContent=document.title=title;
  if(text)words.textContent=text;
  if(fields)for(const input of form.querySelectorAll('input')){
    const field=fields[input.name],label=input.parentNode;
    if(!field){label.remove();continue}
    input.autocomplete=field.autocomplete;input.minLength=0;label.firstChild.data=field.label;label.querySelector('small')?.remove();
  }
}
if(gate){
  if(!code)end(gate.endings[gate.otherwise]);
  else post(gate.action,{[facts.fragment]:code}).then((said)=>gate.endings[said.code]?end(gate.endings[said.code]):adapt(said),()=>{}).finally(()=>form.hidden=false);
}
async function send(more){
  const body=Object.fromEntries(new FormData(form));
  if(facts.fragment)body[facts.fragment]=code;
  if(facts.fragment)body.timeZone=Intl.DateTimeFormat().resolvedOptions().timeZone;
  const button=form.querySelector('button');
  button.disabled=true;note.textContent='';
  try{
    const said=await post(facts.action,{...body,...more});
    if(said.url){
      if(facts.fragment)sessionStorage.removeItem(facts.fragment);
      return void location.replace(back&&said.url.endsWith('/'+back[1])?back[0]:said.url);
    }
    const meant=said.workspaces?.find(({id})=>back&&id===back[1]);
    if(meant)return send({workspaceId:meant.id});
    if(said.workspaces)return show(said.workspaces);
    if(gate?.endings[said.code])return end(gate.endings[said.code]);
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
export function formDocument({ nonce, lang, words, fields, origin, action, fragment, gate }: FormPage): string {
  const facts = escapeHtml(JSON.stringify({ origin, action, fragment, failures: words.failures, gate }));
  return shell(nonce, {
    lang,
    title: words.title,
    mode: 'auto',
    looks,
    body: `<main><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.text)}</p>
<form data-facts="${facts}"${gate ? ' hidden' : ''}>${fields.map(fieldDocument).join('')}<div role="alert"></div>
<button>${escapeHtml(words.button)}</button></form><section></section></main>${gate ? gateDocument(gate) : ''}
<script nonce="${nonce}">${script}</script>`,
  });
}

function gateDocument({ href }: NonNullable<FormPage['gate']>): string {
  return `<aside hidden role="alert"><h1></h1><p></p><a href="${href}"></a></aside>`;
}

function fieldDocument({ name, label, hint, value = '', type, autocomplete, minLength }: Field): string {
  const least = minLength === undefined ? '' : ` minlength="${minLength}"`;
  return `<label>${escapeHtml(label)}<input name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" required${least}>${hint ? `<small>${escapeHtml(hint)}</small>` : ''}</label>`;
}
