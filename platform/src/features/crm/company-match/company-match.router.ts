import {
  companyMatchIdInput,
  companyMatchListInput,
  companyMatchListOutput,
  companyMatchOutput,
  companyMatchStartInput,
} from '@tabard/contract/crm/company-match';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { cancelMatch, getMatch, listMatches, startMatch } from './start-match.ts';

export const companyMatchRouter = router({
  /** Starts to join all leads without a company to those of their domains, in the background. */
  start: workspaceMutation({
    permission: 'company.write',
    input: companyMatchStartInput,
    output: companyMatchOutput,
    handler: startMatch,
  }),
  /** Gets one match: how far it is, how many leads joined and how many companies were made. */
  get: workspaceQuery({
    permission: 'company.read',
    input: companyMatchIdInput,
    output: companyMatchOutput,
    handler: getMatch,
  }),
  /** Lists the last matches, newest first. */
  list: workspaceQuery({
    permission: 'company.read',
    input: companyMatchListInput,
    output: companyMatchListOutput,
    handler: listMatches,
  }),
  /** Ends a match; leads that have joined stay where they are. */
  cancel: workspaceMutation({
    permission: 'company.write',
    input: companyMatchIdInput,
    output: companyMatchOutput,
    handler: cancelMatch,
  }),
});
