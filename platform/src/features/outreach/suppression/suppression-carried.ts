import type { Carried } from '#kernel';
import { addressHash } from './address-hash.ts';

/** What an address is known by hangs on the installation's key and on the workspace. */
export const suppressionCarried: Carried = {
  table: 'suppression',
  row(app, workspaceId, row) {
    const { email } = row;
    // An address that was erased is known by its hash alone, which holds nowhere else.
    if (typeof email !== 'string') return null;
    return { ...row, address_hash: addressHash(app, workspaceId, email) };
  },
};
