import type { Carried } from '#kernel';
import { addressHash } from './address-hash.ts';

/** What an address is known by hangs on the installation's key and on the workspace. */
export const suppressionCarried: Carried = {
  table: 'suppression',
  row(app, workspaceId, row) {
    const { email } = row;
    if (typeof email !== 'string')
      throw new Error('An address that was erased is known by its hash alone, which holds nowhere else.');
    return { ...row, address_hash: addressHash(app, workspaceId, email) };
  },
};
