/**
 * What the pages of the sign-in do with providers, after their own script: buttons for those that are open to everybody, the address that
 * is asked before the password where a company may have a sign-in of its own, and the page that people come back to, which takes what it
 * was given out of the address and posts it once.
 */
export const providerScript = `
const ways=facts.ways,go=form.querySelector('button');
more.leave=({leave})=>{
  if(back)sessionStorage.setItem('to',to);else sessionStorage.removeItem('to');
  location.assign(leave);
};
Object.assign(steps.failures,ways.failures);
for(const {provider,label} of (ways.offered||[]).toReversed()){
  const button=make('button',{className:'other',type:'button',textContent:label});
  button.onclick=()=>send('/sign-in/with',{provider},button,note);
  form.after(button);
}
if(ways.first){
  const {email,password}=form.elements,label=password.parentNode,submit=form.onsubmit,words=go.textContent;
  const ask=()=>{
    label.hidden=true;password.required=false;go.textContent=ways.first.button;
    form.onsubmit=(event)=>{event.preventDefault();send('/sign-in/way',{email:email.value.trim()},go,note)};
  };
  more.isOwn=()=>{
    label.hidden=false;password.required=true;go.textContent=words;form.onsubmit=submit;
    password.focus();
    if(password.value)queueMicrotask(()=>form.requestSubmit());
  };
  // Another address may be another company's.
  email.addEventListener('input',()=>{password.value='';ask()});
  ask();
}`;

/** What the page does that a provider sends people back to. */
export const returnScript = `
const {endings,otherwise}=facts.returned,given=location.search.slice(1);
history.replaceState(null,'',location.pathname);
form.hidden=true;
const stop=(code)=>end(endings[code]||endings.other);
if(!given)stop(otherwise);
else post(facts.action,{answer:given}).then((said)=>{
  if(said.code)return stop(said.code);
  const {url}=said;
  if(url)sessionStorage.removeItem('to');
  return take(said,form.querySelector('button'),note);
}).catch(()=>stop('other'));`;
