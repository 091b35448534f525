// Browsers leave control characters out of an address before they read its scheme.
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const REMOTE = /^https?:\/\//i;
const OWN_IMAGE = /^(?:cid:[^\s<>"'()\\]+|data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]*)$/i;

/** Where a picture comes from: the mail itself, elsewhere, or nowhere that may be asked. */
export type ImageSource = { from: 'mail' | 'elsewhere'; address: string } | { from: 'nowhere' };

/** The address of a link that may be followed, or null. One without a place of its own would lead into the page it is shown in. */
export function cleanLink(href: string): string | null {
  const address = plain(href);
  return LINK.test(address) ? address : null;
}

/** Tells where a picture would be loaded from. */
export function imageSource(src: string): ImageSource {
  const address = plain(src);
  if (REMOTE.test(address)) return { from: 'elsewhere', address };
  return OWN_IMAGE.test(address) ? { from: 'mail', address } : { from: 'nowhere' };
}

function plain(address: string): string {
  const text = address.replace(CONTROLS, '').trim();
  return /^[\\/]{2}/.test(text) ? `https://${text.slice(2)}` : text;
}
