import { openStories } from './open-stories.ts';
import { openComparer } from './open-comparer.ts';
import { judgePicture, LIGHT, viewFor } from './judge-picture.ts';
import { findBarriers, waysFor, DARK_PSEUDO } from './find-barriers.ts';
const stories = await openStories();
const comparer = await openComparer(stories);
const t: Record<string, number> = {};
const timed = async <T>(name: string, f: () => Promise<T>): Promise<T> => { const b = performance.now(); const r = await f(); t[name] = (t[name] ?? 0) + performance.now() - b; return r; };
const pages = new Map();
const pageFor = async (v: any) => { const k = JSON.stringify(v); if (!pages.has(k)) pages.set(k, await stories.open(v)); return pages.get(k); };
for (const of of process.argv.slice(2)) {
  const list = stories.list.filter((s) => s.of === of);
  const view = viewFor(of);
  for (const v of [view, ...waysFor(of).map((w) => w.view ?? view)]) await pageFor(v);
  for (const s of list) {
    await timed('picture', async () => judgePicture(s, await pageFor(view), { comparer, first: list[0]! }));
    for (const w of waysFor(of)) {
      const p = await pageFor(w.view ?? view);
      await timed(`show ${w.name}`, () => p.keepShowing(s, w.look));
      await timed(w.name, () => findBarriers(s, w, p));
    }
    const p = await pageFor(view);
    await timed('words', async () => { await p.keepShowing(s, DARK_PSEUDO); await p.page.evaluate(() => pageApi().escaped('')); });
  }
  console.log(of, list.length);
  for (const k of Object.keys(t)) { console.log('  ', k.padEnd(50), Math.round(t[k]! / list.length)); delete t[k]; }
}
await stories.close();
