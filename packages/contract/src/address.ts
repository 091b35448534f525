// RFC 5321 dot-atom; quoted local parts exist on paper only and are refused, as every large provider does.
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address in the one form used for storing and sending (lower case, ASCII domain), or null when it is not valid.
 * Everything that takes an address asks here: calls, files, mail and forms.
 * @example normaliseAddress(' Zoe@Müller.example ') // 'zoe@xn--mller-kva.example'
 */
export function normaliseAddress(address: string): string | null {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 320) return null;
  const local = trimmed.slice(0, at).toLowerCase();
  const written = trimmed.slice(at + 1).toLowerCase();
  // The URL parser would take these for a port, a path or an escape and hide what was typed.
  if (local.length > 64 || !LOCAL_PART.test(local) || /[\s%/\\:?#@[\]]/.test(written)) return null;
  const domain = isAscii(written) ? written : asciiDomain(written);
  const normal = `${local}@${domain}`;
  return DOMAIN.test(domain) && normal.length <= 254 ? normal : null;
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range, controls included
  return /^[\u0000-\u007f]*$/.test(text);
}

/** A domain in any script as it is looked up (IDNA); the empty text for one that cannot be. */
function asciiDomain(domain: string): string {
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return '';
  }
}
