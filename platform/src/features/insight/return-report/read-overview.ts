import { toPublicId } from '@tabard/contract';
import { returnDaysLimit } from '@tabard/contract/crm/return-words';
import type { ReturnMoney, ReturnOverview, returnOverviewInput } from '@tabard/contract/insight/return-report';
import type { z } from 'zod';
import { refuse, sumOf } from '#features/crm/deal';
import type { ReadScope } from '#kernel';
import { overviewStatement } from './overview-statement.ts';
import { ratesOf, type People } from './rates.rules.ts';

interface Sums {
  currency: string;
  cost: string;
  revenue: string;
}
interface OverviewRow {
  items: (People & { key: string | null; name: string | null; money: Sums[] })[];
  lines: number;
  total: People;
  money: Sums[];
  months: (Sums & { month: string })[];
}

/** Cost, revenue and what came of it, in one round trip. */
export async function readOverview(
  { read, workspaceId }: ReadScope,
  { from, until, by }: z.output<typeof returnOverviewInput>,
): Promise<ReturnOverview> {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  if (days < 1) refuse('until', 'wrong_form', 'The last day must not be before the first.');
  if (days > returnDaysLimit) refuse('until', 'too_large', `Ask for at most ${returnDaysLimit} days.`);
  const [row] = await read<OverviewRow>(overviewStatement(by), [workspaceId, from, until]);
  const { items, lines, total, money, months } = row!; // one, whatever there is
  // The currency with the most lines first, in each line too.
  const places = new Map(money.map(({ currency }, at) => [currency, at]));
  const inOrder = (sums: readonly Sums[]): Sums[] =>
    sums.toSorted((a, b) => (places.get(a.currency) ?? 0) - (places.get(b.currency) ?? 0));
  return {
    items: items.map(({ key, money: sums, ...item }) => ({
      ...item,
      key: key !== null && by === 'campaign' ? toPublicId('campaign', key) : key,
      money: inOrder(sums).map((sum) => moneyOf(sum, item)),
    })),
    further: lines - items.length,
    total: { ...total, money: money.map((sum) => moneyOf(sum, total)) },
    months: months.map(({ month, currency, cost, revenue }) => ({
      month,
      currency,
      cost: sumOf(cost),
      revenue: sumOf(revenue),
    })),
  };
}

const moneyOf = ({ currency, cost, revenue }: Sums, people: People): ReturnMoney => {
  const sums = { cost: sumOf(cost), revenue: sumOf(revenue) };
  return { currency, ...sums, ...ratesOf(sums, people) };
};
