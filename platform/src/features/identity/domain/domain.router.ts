import { pageOf } from '@tabard/contract';
import {
  domainCheckInput,
  domainCreateInput,
  domainListInput,
  domainOutput,
  domainRemoveInput,
  domainRemoveOutput,
} from '@tabard/contract/identity/domain';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { askForCheck } from './ask-for-check.ts';
import { claimDomain } from './claim-domain.ts';
import { listDomains } from './list-domains.ts';
import { removeDomain } from './remove-domain.ts';

export const domainRouter = router({
  /** Claims a host name for a workspace or an organization; the answer names the DNS records that prove it and lead it here. */
  create: organizationMutation({
    permission: 'domain.manage',
    input: domainCreateInput,
    output: domainOutput,
    handler: claimDomain,
  }),
  /** Lists the host names of a workspace or an organization with their records and what the last check found. */
  list: organizationQuery({
    permission: 'domain.read',
    input: domainListInput,
    output: pageOf(domainOutput),
    handler: listDomains,
  }),
  /** Has the records of a host name checked now; `domain.updated` tells when it is done. */
  check: organizationMutation({
    permission: 'domain.manage',
    input: domainCheckInput,
    output: domainOutput,
    handler: askForCheck,
  }),
  /** Gives a host name back; within five seconds nothing is served under it. */
  remove: organizationMutation({
    permission: 'domain.manage',
    input: domainRemoveInput,
    output: domainRemoveOutput,
    handler: removeDomain,
  }),
});
