import {
  idOutput,
  pageOf,
  suppressionCreateInput,
  suppressionListInput,
  suppressionOutput,
  suppressionRemoveInput,
} from '@tabard/contract';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { listSuppressions } from './list-suppressions.ts';
import { removeSuppression } from './remove-suppression.ts';
import { suppressAddress } from './suppress-address.ts';

const removed = z.object({ id: idOutput('suppression') });

export const suppressionRouter = router({
  /** Lists the addresses that are not contacted, newest first. */
  list: workspaceQuery({
    permission: 'suppression.read',
    input: suppressionListInput,
    output: pageOf(suppressionOutput),
    act: listSuppressions,
  }),
  /** Stops all mail to an address; repeating it changes nothing. */
  create: workspaceMutation({
    permission: 'suppression.write',
    input: suppressionCreateInput,
    output: suppressionOutput,
    act: suppressAddress,
  }),
  /** Lets mail go to an address again. */
  remove: workspaceMutation({
    permission: 'suppression.write',
    input: suppressionRemoveInput,
    output: removed,
    act: removeSuppression,
  }),
});
