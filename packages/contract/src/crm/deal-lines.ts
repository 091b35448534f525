/** A product of a deal: so many, for so much each, less so many hundredths of a percent. */
export interface PricedLine {
  /** How many, in thousandths: 1500 is one and a half. */
  quantity: number;
  /** Price of one, in the smallest unit of the deal's currency. */
  unitPrice: number;
  /** Taken off, in hundredths of a percent: 1250 is 12.5 %. */
  discount: number;
}

/** What a line comes to, in the smallest unit: rounded once, halves up. */
export function lineTotal({ quantity, unitPrice, discount }: PricedLine): number {
  const exact = BigInt(quantity) * BigInt(unitPrice) * BigInt(10_000 - discount);
  return Number((exact + 5_000_000n) / 10_000_000n);
}

/** What lines come to together. */
export const linesTotal = (lines: readonly PricedLine[]): number =>
  lines.reduce((sum, line) => sum + lineTotal(line), 0);
