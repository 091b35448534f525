import { suppressionCreateInput, suppressionOutput } from '@tabard/contract';
import { listOf, removeOf, router, workspaceMutation } from '#kernel';
import { addressHash } from './address-hash.ts';
import { suppressAddress } from './suppress-address.ts';
import { suppressions } from './suppression.entity.ts';

export const suppressionRouter = router({
  /** Lists the addresses that are not contacted, newest first; a search finds parts of an address, and a whole one in any spelling. */
  list: listOf(suppressions, {
    search({ app, workspaceId }, text, values) {
      const part = values.push(text.toLowerCase());
      const hash = values.push(addressHash(app, workspaceId, text));
      return `(strpos(lower(s.email), $${part}) > 0 or s.address_hash = $${hash})`;
    },
  }),
  /** Stops all mail to an address; repeating it changes nothing. */
  create: workspaceMutation({
    permission: suppressions.write,
    input: suppressionCreateInput,
    output: suppressionOutput,
    handler: suppressAddress,
  }),
  /** Lets mail go to an address again. */
  remove: removeOf(suppressions),
});
