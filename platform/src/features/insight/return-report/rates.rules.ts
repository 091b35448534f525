/** How many leads a line is about. */
export interface People {
  contacted: number;
  replied: number;
  converted: number;
  lost: number;
}

/** What follows from cost and revenue of one currency: nothing is divided by nothing. */
export function ratesOf({ cost, revenue }: { cost: number; revenue: number }, people: People) {
  const each = (count: number): number | null => (count === 0 ? null : Math.floor(cost / count + 0.5));
  return {
    roi: cost === 0 ? null : Math.round(((revenue - cost) / cost) * 10_000) / 10_000,
    costPerLead: each(people.contacted),
    costPerReply: each(people.replied),
    costPerConversion: each(people.converted),
  };
}
