/**
 * The one script of the pages of the sign-in. The code behind the `#` leaves the address before anything else, for the tab's own memory,
 * so that loading the page again keeps it; it is sent in a body and never in an address. What is asked after the form, a code, the set-up
 * of an app or a workspace, stands in the form's place; who was sent here from a page of the app, or with a code to approve, is led back
 * there; what fails is said where it is seen and heard. Further scripts add what they show to `more`, by the field of an answer.
 */
export const script = `const form=document.querySelector('form'),note=document.querySelector('[role=alert]'),place=document.querySelector('section');
const facts=JSON.parse(form.dataset.facts),spent=document.querySelector('aside'),{gate,steps}=facts;
if(location.origin!==facts.origin)location.replace(facts.origin+location.pathname+location.search+location.hash);
const to=(facts.returned?sessionStorage.getItem('to'):new URLSearchParams(location.search).get('to'))||'',back=/^\\/app\\/(wsp_\\w+)(?:\\/[\\w/-]*)?$/.exec(to);
const onward=to==='/sign-in/approve'&&to+location.hash,more={};
if(facts.fragment&&location.hash.length>1){
  sessionStorage.setItem(facts.fragment,location.hash.slice(1));
  history.replaceState(null,'',location.pathname);
}
const code=facts.fragment?sessionStorage.getItem(facts.fragment)||'':'';
const post=async(action,body)=>(await fetch(action,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(body)})).json();
const make=(name,facts,...inside)=>{const it=Object.assign(document.createElement(name),facts);it.append(...inside);return it};
function end(ending){
  sessionStorage.removeItem(facts.fragment);
  const [title,text,link,other]=spent.children;
  title.textContent=document.title=ending.title;text.textContent=ending.text;link.textContent=ending.link;link.href=ending.href||gate.href;
  other.hidden=!ending.also;if(ending.also){other.textContent=ending.also.label;other.href=ending.also.href}
  form.parentNode.hidden=true;spent.hidden=false;link.focus();
}
function say({title,text}){
  const [heading,words]=form.parentNode.children;
  if(title)heading.textContent=document.title=title;
  if(text)words.textContent=text;
}
function adapt({title,text,fields}){
  say({title,text});
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
function mark({code,details=[]}){
  const wrong=[];
  for(const input of form.querySelectorAll('input')){
    input.parentNode.querySelector('.wrong')?.remove();input.removeAttribute('aria-invalid');input.removeAttribute('aria-describedby');
    const found=details.find(({path})=>path===input.name);
    const text=found?(steps.rules[found.reason]||steps.rules.other).replace('#',found.limit):code?.startsWith('user.'+input.name+'_')&&facts.failures[code];
    if(!text)continue;
    wrong.push(input);input.after(make('small',{className:'wrong',id:input.name+'-wrong',textContent:text}));
    input.setAttribute('aria-invalid','true');input.setAttribute('aria-describedby',input.name+'-wrong');
  }
  wrong[0]?.focus();
  return wrong.length>0;
}
function take(said,button,note){
  if(said.url){
    if(facts.fragment)sessionStorage.removeItem(facts.fragment);
    location.replace(onward||(back&&said.url.endsWith('/'+back[1])?back[0]:said.url));
    return true;
  }
  const next=Object.keys(more).find((name)=>said[name]);
  if(said.ending)end(said.ending);
  else if(said.recoveryCodes)keep(said);
  else if(next)more[next](said);
  else return said.ask&&(ask(said,button,note)||true);
  return true;
}
async function send(action,body,button,note){
  button.disabled=true;note.textContent='';mark({});
  try{
    const said=await post(action,body),taken=take(said,button,note);
    if(taken)return await taken;
    if(said.code==='auth.step_ended')return end(steps.again);
    if(gate?.endings[said.code])return end(gate.endings[said.code]);
    if(action!==facts.action||!mark(said))note.textContent=action===facts.action&&facts.failures[said.code]||steps.failures[said.code]||facts.failures.other;
  }catch{note.textContent=facts.failures.other}
  finally{button.disabled=false}
}
const on=(step,more,button,note)=>send('/sign-in/step',{step,...more},button,note);
let besideCode=()=>[];
function put(words,...inside){
  form.hidden=true;for(const one of form.parentNode.querySelectorAll('nav,.other'))one.remove();say(words);place.replaceChildren(...inside);
}
function ask(said,button,note){
  if(said.ask==='workspace'){
    const meant=said.workspaces.find(({id})=>back&&id===back[1]);
    return meant?on(said.step,{workspaceId:meant.id},button,note):choose(said);
  }
  const words=said.setUp?steps.setUp:steps.code;
  const input=make('input',{name:'oneTimePassword',autocomplete:'one-time-code',required:true,maxLength:32,spellcheck:false,inputMode:said.setUp?'numeric':'text'});
  input.setAttribute('autocapitalize','off');
  const alert=make('div',{role:'alert'}),go=make('button',{textContent:words.button});
  const label=make('label',{},words.label,input);
  if(words.hint)label.append(make('small',{textContent:words.hint}));
  const asked=make('form',{onsubmit(event){event.preventDefault();on(said.step,{oneTimePassword:input.value.trim()},go,alert).then(()=>alert.textContent&&input.select())}},label,alert,go);
  put(words,...said.setUp?picture(said.setUp,words):[],asked,...said.setUp?[]:besideCode(alert));
  input.focus();
}
function picture({secret,picture:{size,path}},words){
  const at='http://www.w3.org/2000/svg',svg=document.createElementNS(at,'svg'),dark=document.createElementNS(at,'path');
  for(const [name,value] of Object.entries({viewBox:'0 0 '+size+' '+size,role:'img','aria-label':words.picture,'shape-rendering':'crispEdges'}))svg.setAttribute(name,value);
  dark.setAttribute('d',path);svg.append(dark);
  return [svg,make('small',{},words.secret,make('code',{textContent:secret.replace(/(.{4})(?=.)/g,'$1 ')}))];
}
function keep({step,recoveryCodes}){
  const words=steps.codes,alert=make('div',{role:'alert'}),copy=make('button',{textContent:words.copy});
  const go=make('button',{textContent:words.button,className:'go',onclick:()=>on(step,{},go,alert)});
  copy.onclick=()=>navigator.clipboard.writeText(recoveryCodes.join('\\n')).then(()=>copy.textContent=words.copied,()=>{});
  put(words,make('ol',{},...recoveryCodes.map((one)=>make('li',{},make('code',{textContent:one})))),alert,go,copy);
  go.focus();
}
function choose({step,workspaces}){
  const alert=make('div',{role:'alert'});
  put(steps.workspace,...workspaces.map(({id,name})=>make('button',{textContent:name,onclick(event){on(step,{workspaceId:id},event.target,alert)}})),alert);
  place.firstChild?.focus();
}
form.onsubmit=(event)=>{
  event.preventDefault();
  const body=Object.fromEntries(new FormData(form));
  if(facts.fragment){body[facts.fragment]=code;body.timeZone=Intl.DateTimeFormat().resolvedOptions().timeZone}
  send(facts.action,body,form.querySelector('button'),note);
};`;
