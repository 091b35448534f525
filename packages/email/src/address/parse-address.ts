import { addressParser } from 'postal-mime';

/** A mailbox as people write it: display name (empty when there is none) and address. */
export interface MailAddress {
  name: string;
  address: string;
}

/** The first mailbox in a header value such as `"Ana B." <ana@example.com>`, or null when it holds none. */
export function parseAddress(text: string): MailAddress | null {
  return parseAddressList(text)[0] ?? null;
}

/** Every mailbox in a header value, groups opened; what has no address is left out. */
export function parseAddressList(text: string): MailAddress[] {
  const found: MailAddress[] = [];
  for (const { name, address } of addressParser(text, { flatten: true })) {
    if (address?.includes('@')) found.push({ name: name.trim(), address: address.trim() });
  }
  return found;
}
