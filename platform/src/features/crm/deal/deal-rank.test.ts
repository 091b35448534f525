import { describe, expect, it } from 'vitest';
import { rankAtEnd, rankBetween, rankEvenly, rankOnTop } from './deal-rank.ts';

/** A chance that is the same each time. */
const chanceOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

describe('places in a stage', () => {
  it('keep any order in which deals are put between others', () => {
    const chance = chanceOf(7);
    const places: string[] = [];
    for (let at = 0; at < 3000; at += 1) {
      const where = Math.floor(chance() * (places.length + 1));
      places.splice(where, 0, rankBetween(places[where - 1] ?? null, places[where] ?? null));
    }
    expect(places).toEqual(places.toSorted());
    expect(new Set(places).size).toBe(places.length);
    expect(places.every((place) => /^[0-9a-z]*[1-9a-z]$/.test(place))).toBe(true);
  });

  it('do not grow where deals come on top or at the end, ten thousand of them', () => {
    let [first, last] = [rankOnTop(Date.now(), null), ''];
    last = first;
    for (let at = 1; at <= 10_000; at += 1) {
      const above = rankOnTop(Date.now() + at, first);
      const below = rankAtEnd(last);
      expect(above < first && last < below).toBe(true);
      [first, last] = [above, below];
    }
    expect([first.length, last.length]).toEqual([10, 10]);
  });

  it('are on top also where a clock went back', () => {
    const first = rankOnTop(2_000_000_000_000, null);
    expect(rankOnTop(1_000_000_000_000, first) < first).toBe(true);
  });

  it('are given anew with room between all of them', () => {
    const places = rankEvenly(Date.now(), 500);
    expect(places).toEqual(places.toSorted());
    places.slice(1).forEach((place, at) => expect(rankBetween(places[at]!, place).length).toBeLessThan(12));
  });
});
