/**
 * The page whose sign-in a phone approves: it asks for a code as soon as it is open, shows it, waits for what becomes of it without asking
 * often, and shows the number once somebody has opened the code. The secret that signs it in is in this script's memory only.
 */
export const deskScript = `
const desk=facts.desk;
more.shown=({shown:{token,letters,picture:drawn,seconds}})=>{
  const way=make('a',{href:'/sign-in',textContent:desk.back}),text=desk.typed.replace('#',facts.origin+'/sign-in/approve');
  put(desk.shown,...picture({secret:letters,picture:drawn},{picture:desk.picture,secret:text}),way);
  listen(token,Date.now()+seconds*1000,false);
};
async function listen(token,until,opened){
  const said=await post('/sign-in/phone/wait',{token,opened}).catch(()=>null);
  if(!said){
    if(Date.now()>until)return end(desk.ended);
    return setTimeout(()=>listen(token,until,opened),3000);
  }
  if(said.code)return end(said.code==='sign_in_request.refused'?desk.refused:desk.ended);
  if(said.number&&!opened){
    const shown=make('output',{tabIndex:-1,textContent:said.number});
    put(desk.opened,shown);shown.focus();
  }
  const alert=make('div',{role:'alert'});
  if(!take(said,make('button'),alert))listen(token,until,opened||!!said.number);
}
form.requestSubmit();`;

/** The page on the phone: it looks a code up, says what asks, and approves it by the number of the other screen. */
export const approveScript = `
const approve=facts.approve,field=form.elements.letters,scanned=location.hash.slice(1);
const refuse=(alert)=>make('button',{type:'button',className:'other',textContent:approve.refuse,onclick({target}){send('/sign-in/approve/refuse',{letters:field.value},target,alert)}});
Object.assign(steps.failures,facts.failures);
more.asks=({asks})=>{
  const alert=make('div',{role:'alert'}),go=make('button',{type:'button',className:'go',textContent:approve.known,onclick:confirm});
  put(approve.asking,make('dl',{},...asks.flatMap(([name,value])=>[make('dt',{textContent:name}),make('dd',{textContent:value})])),alert,go,refuse(alert));
  go.focus();
};
function confirm(){
  const alert=make('div',{role:'alert'}),go=make('button',{textContent:approve.approve});
  const input=make('input',{name:'number',required:true,maxLength:2,inputMode:'numeric',autocomplete:'off',pattern:'[0-9]{2}'});
  const label=make('label',{},approve.number,input);
  const asked=make('form',{onsubmit(event){event.preventDefault();send('/sign-in/approve',{letters:field.value,number:Number(input.value)},go,alert)}},label,alert,go);
  put(approve.confirming,asked,refuse(alert));
  input.focus();
}
// Another code scanned into the same tab changes nothing but what stands behind the #.
addEventListener('hashchange',()=>location.hash.length>1&&location.reload());
if(scanned){
  history.replaceState(null,'',location.pathname);
  field.value=scanned;
  form.requestSubmit();
}`;
