import type { TokenizerCallbacks } from 'htmlparser2';

const nothing = () => undefined;

/** Callbacks of a tokenizer that take note of nothing; each reader of html replaces those it needs. */
export const quietCallbacks: TokenizerCallbacks = {
  ontext: nothing,
  ontextentity: nothing,
  onopentagname: nothing,
  onopentagend: nothing,
  onselfclosingtag: nothing,
  onclosetag: nothing,
  onattribname: nothing,
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
};
