import type { Page } from '@tabard/contract';
import type { Deal, dealListInput } from '@tabard/contract/crm/deal';
import type { z } from 'zod';
import { aboutSubject } from '#features/crm/record-subject';
import { listRows, type ReadScope } from '#kernel';
import { deals } from './deal.entity.ts';

/** Deals by filter and by who is in them, the newest first unless told otherwise. */
export function listDeals(scope: ReadScope, input: z.output<typeof dealListInput>): Promise<Page<Deal>> {
  const { subject, ...rest } = input;
  return listRows(deals, scope, rest, {
    inOrder: subject === undefined,
    within: (values) =>
      subject?.noun === 'lead'
        ? [
            `d.id in (select k.deal_id from deal_lead k where k.workspace_id = $1 and k.lead_id = $${values.push(subject.id)})`,
          ]
        : aboutSubject('d', subject)(values),
  });
}
