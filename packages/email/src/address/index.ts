export { parseAddress, parseAddressList, readMailboxes, type MailAddress } from './parse-address.ts';
export { isValidAddress, normaliseAddress } from './normalise-address.ts';
export { suppressionKeyInput } from './suppression-key.ts';
export { roleAddress } from './role-address.ts';
