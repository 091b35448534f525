/** Mailbox names are compared in lower case, as every real provider does. */
export function normalizeAddress(address: string): string {
  return address.trim().replace(/^<|>$/g, '').toLowerCase();
}

/** `mara+tag@x` and `mara@x` are one mailbox; this is the name of that mailbox. */
export function withoutTag(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, '');
}
