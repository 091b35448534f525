export { parseAddress, parseAddressList, readMailboxes, type MailAddress } from './parse-address.ts';
export { normaliseAddress } from '@tabard/contract/address';
export { isValidAddress } from './is-valid-address.ts';
export { suppressionKeyInput } from './suppression-key.ts';
export { roleAddress } from './role-address.ts';
