import { hash, timingSafeEqual } from 'node:crypto';
import type { Uuid } from '@tabard/contract';
import { ownAddress } from '#features/identity/address';
import { uuidAt, type App } from '#kernel';

/** What a recipient can follow: the open pixel, a link of the text, the way out. */
export type LinkKind = 'open' | 'click' | 'unsubscribe';

/** What a genuine link says. `url` is the target of a click and empty otherwise. */
export interface LinkClaim {
  workspaceId: Uuid;
  deliveryId: Uuid;
  url: string;
}

/** Makes and reads the links of mails. All they need is in them, so they work while the database does not. */
export interface MailLinks {
  /** The address that counts a click and leads to `url`; anything but http(s) is given back as it is, and so is what is too long to be followed through us. */
  click(workspaceId: Uuid, deliveryId: Uuid, url: string): string;
  /** The address of the open pixel. */
  open(workspaceId: Uuid, deliveryId: Uuid): string;
  /** The address of the unsubscribe page, which also takes RFC 8058's one-click POST. */
  unsubscribe(workspaceId: Uuid, deliveryId: Uuid): string;
  /** Reads the token of a link of this kind; `null` when this installation did not sign it. */
  verify(kind: LinkKind, token: string): LinkClaim | null;
}

/** Bytes of the signature that are kept: 96 bits. */
const signatureLength = 12;
const idsEnd = signatureLength + 32;
/** Longer than any link a mail client follows. */
const longestToken = 8192;
/** Whether a token that says this address is one that is read again. */
const fits = (url: string) => Math.ceil((Buffer.byteLength(url) + idsEnd) / 3) * 4 <= longestToken;
/** Signed with the token, so that a pixel's token does not unsubscribe. */
const kindByte: Record<LinkKind, number> = { open: 0x6f, click: 0x63, unsubscribe: 0x75 };

const blockLength = 64;
const padded = (key: Uint8Array, pad: number) =>
  Uint8Array.from({ length: blockLength }, (_, index) => (key[index] ?? 0) ^ pad);

/**
 * HMAC-SHA256 by two one-shot hashes over prepared keys: the fastest way node has, and this runs for every open of every mail.
 * A buffer for each hash would be memory of its own to free; the signature is given as a string of its bytes.
 */
function createSigner(key: Uint8Array): (kind: LinkKind, content: Uint8Array) => string {
  const inner = padded(key, 0x36);
  const outer = Buffer.alloc(blockLength + 32);
  outer.set(padded(key, 0x5c));
  return (kind, content) => {
    const message = Buffer.allocUnsafe(blockLength + 1 + content.length);
    message.set(inner);
    message[blockLength] = kindByte[kind];
    message.set(content, blockLength + 1);
    outer.write(hash('sha256', message, 'binary'), blockLength, 'latin1');
    return hash('sha256', outer, 'binary').slice(0, signatureLength);
  };
}

/**
 * The links of mails, signed with the installation's secret, under an address: `addressOf` says at which a workspace has its own, and the
 * installation's is the rest's. Make it once, not for every mail.
 */
export function mailLinks(
  app: { config: App['config']; ports: Pick<App['ports'], 'secrets'> },
  base = ownAddress(app.config, 'links'),
): MailLinks {
  const sign = createSigner(app.ports.secrets.key('links'));
  const expected = Buffer.alloc(signatureLength);
  const token = (kind: LinkKind, workspaceId: Uuid, deliveryId: Uuid, url = '') => {
    const ids = Buffer.from((workspaceId + deliveryId).replaceAll('-', ''), 'hex');
    const content = url === '' ? ids : Buffer.concat([ids, Buffer.from(url)]);
    return Buffer.concat([Buffer.from(sign(kind, content), 'latin1'), content]).toString('base64url');
  };
  return {
    click: (workspaceId, deliveryId, url) =>
      /^https?:\/\//i.test(url) && fits(url) ? `${base}/c/${token('click', workspaceId, deliveryId, url)}` : url,
    open: (workspaceId, deliveryId) => `${base}/o/${token('open', workspaceId, deliveryId)}.gif`,
    unsubscribe: (workspaceId, deliveryId) => `${base}/u/${token('unsubscribe', workspaceId, deliveryId)}`,
    verify(kind, text) {
      if (text.length > longestToken) return null;
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length < idsEnd || (kind !== 'click' && bytes.length !== idsEnd)) return null;
      const content = bytes.subarray(signatureLength);
      expected.write(sign(kind, content), 'latin1');
      if (!timingSafeEqual(bytes.subarray(0, signatureLength), expected)) return null;
      return {
        workspaceId: uuidAt(bytes, signatureLength),
        deliveryId: uuidAt(bytes, signatureLength + 16),
        url: bytes.toString('utf8', idsEnd),
      };
    },
  };
}
