export { parseAddress, parseAddressList, type MailAddress } from './address/parse-address.ts';
export { isValidAddress, normaliseAddress } from './address/normalise-address.ts';
export { suppressionKeyInput } from './address/suppression-key.ts';
export { roleAddress } from './address/role-address.ts';
