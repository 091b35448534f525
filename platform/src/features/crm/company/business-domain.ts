import freeMailDomains from 'free-email-domains';
import { getDomain } from 'tldts';

/** Domains under which anybody gets an address; about 14,000. */
const freeMail: ReadonlySet<string> = new Set(freeMailDomains);

/** Whether anybody gets an address under a domain, so that its addresses say nothing of a company. */
export const isFreeMail = (domain: string): boolean => freeMail.has(domain) || freeMail.has(registered(domain));

/** The part of a domain that somebody registered: `brandt.example` of `mail.brandt.example`. */
const registered = (domain: string): string => getDomain(domain, { allowPrivateDomains: true }) ?? domain;

/**
 * The domains by which an address, in its one form, can be a company's, the nearest first: its own, and the one that was registered.
 * None for addresses of mail providers.
 * @example businessDomains('lena@mail.brandt.example') // ['mail.brandt.example', 'brandt.example']
 */
export function businessDomains(address: string): string[] {
  const own = address.slice(address.lastIndexOf('@') + 1);
  const above = registered(own);
  if (freeMail.has(own) || freeMail.has(above)) return [];
  return own === above ? [own] : [own, above];
}

/** The domain that a person or a program wrote, as a name or within an address, in its one form; null when it is none. */
export function readDomain(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (!text || /\s/.test(text)) return null;
  try {
    const { hostname } = new URL(/^[a-z]+:\/\//.test(text) ? text : `https://${text.replace(/^.*@/, '')}`);
    const domain = hostname.replace(/^www\./, '').replace(/\.$/, '');
    return domain.length <= 253 && /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : null;
  } catch {
    return null;
  }
}

/** What a company is called of which nothing but a domain is known: `Brandt Spedition` for `brandt-spedition.example`. */
export function nameOfDomain(domain: string): string {
  const [name = domain] = domain.split('.');
  return name
    .split('-')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
