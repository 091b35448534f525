/**
 * What the page of the sign-in does with passkeys, after its own script. Where the browser can, those of the host name are offered in the
 * field of the address from the start, and asked for anew before their challenge is too old. The button asks for one at once, which no offer ends, and
 * stands beside the code that is asked for, too.
 */
export const passkeyScript = `
const keys=facts.passkey,offered=window.PublicKeyCredential;
let asking,inField=false,pressed=false;
async function unlock(mediation){
  asking?.abort();
  const mine=asking=new AbortController(),{options}=await post('/sign-in/passkey/begin',{});
  if(!options||mine.signal.aborted)return null;
  const publicKey=offered.parseRequestOptionsFromJSON(options);
  const {id,rawId,type,response}=(await navigator.credentials.get({publicKey,mediation,signal:mine.signal})).toJSON();
  const {clientDataJSON,authenticatorData,signature,userHandle}=response;
  return {id,rawId,type,response:{clientDataJSON,authenticatorData,signature,userHandle}};
}
const open=(credential,button,note)=>send('/sign-in/passkey',{credential},button,note);
async function offer(){
  if(!inField||form.hidden||pressed)return;
  try{
    const credential=await unlock('conditional');
    if(credential)await open(credential,form.querySelector('button'),note);
  }catch{}
}
function keyButton(note){
  const button=make('button',{className:'other',type:'button',textContent:keys.button});
  button.onclick=async()=>{
    button.disabled=pressed=true;note.textContent='';
    try{
      const credential=await unlock();
      if(credential)await open(credential,button,note);
      else note.textContent=facts.failures.other;
    }catch{note.textContent=keys.none;pressed=false;offer()}
    button.disabled=pressed=false;
  };
  return button;
}
if(offered?.parseRequestOptionsFromJSON){
  Object.assign(steps.failures,keys.failures,{'workspace.not_found':facts.failures['workspace.not_found']});
  form.after(keyButton(note));
  besideCode=(note)=>[keyButton(note)];
  offered.isConditionalMediationAvailable?.().then((can)=>{
    inField=can;offer();
    setInterval(()=>{if(!document.hidden)offer()},240000);
  },()=>{});
}`;
