import { suppressionNoun } from '@tabard/contract';
import { p, storeOf, tableOf } from '#kernel';

/** An address that is not contacted. The keyed hash survives erasure and holds for every spelling of the address. */
export const SuppressionSchema = tableOf(suppressionNoun, {
  // HMAC-SHA256 of the canonical address, keyed per installation and workspace, in hex.
  columns: { addressHash: p.string().length(64) },
  uniques: [{ properties: ['workspaceId', 'addressHash'] }],
  indexes: [{ name: 'suppression_newest', properties: ['workspaceId', 'createdAt', 'id'] }],
});

/** Where suppressions are kept. */
export const suppressions = storeOf(suppressionNoun, SuppressionSchema, { alias: 's' });
