import type { Snapshot, SnapshotPlace, SnapshotRollOut } from '@tabard/contract/identity/snapshot';
import { ago } from './sample-records.ts';

const taken = (id: string, name: string, version: number, more: Partial<Snapshot> = {}): Snapshot => ({
  id,
  organizationId: 'org_0',
  name,
  version,
  workspaceId: 'wsp_2',
  workspaceName: 'Harbour Dental',
  parts: { settings: 1, customFields: 6, segments: 3, templates: 12, campaigns: 4 },
  createdAt: ago(90),
  ...more,
});

const snapshots: readonly Snapshot[] = [
  taken('snp_3', 'Dental practices', 3),
  taken('snp_2', 'Dental practices', 2, {
    createdAt: ago(9000),
    parts: { settings: 1, customFields: 5, segments: 0, templates: 9, campaigns: 3 },
  }),
  taken('snp_1', 'Logistics of the northern harbours and islands, with everything that a new client needs', 1, {
    workspaceName: 'Lighthouse Insurance for the Northern Harbours and Islands',
    createdAt: ago(40_000),
  }),
];

const rolled = (more: Partial<SnapshotRollOut>): SnapshotRollOut => ({
  id: 'sro_1',
  snapshotId: 'snp_3',
  snapshotName: 'Dental practices',
  version: 3,
  state: 'done',
  prune: false,
  steps: [
    { part: 'templates', name: 'First contact', did: 'added', reason: null, why: null },
    { part: 'settings', name: 'settings', did: 'changed', reason: null, why: null },
    { part: 'campaigns', name: 'Spring check-up', did: 'left', reason: 'fixed', why: 'It goes on.' },
  ],
  problem: null,
  updatedAt: ago(30),
  ...more,
});
const spot = (id: string, name: string, last: SnapshotRollOut | null): SnapshotPlace => ({
  id,
  name,
  organizationName: 'Harbour & Quay',
  last,
});

const samplePlaces: readonly SnapshotPlace[] = [
  spot('wsp_2', 'Harbour Dental', rolled({})),
  spot(
    'wsp_4',
    'Lighthouse Insurance for the Northern Harbours and Islands',
    rolled({ id: 'sro_2', state: 'returned' }),
  ),
  spot(
    'wsp_5',
    'Breeze Solar',
    rolled({ id: 'sro_3', version: 2, state: 'failed', steps: [], problem: 'templates, "Offer"' }),
  ),
  spot('wsp_1', 'Northlight itself', null),
];

/** The set-ups that the sample's organizations keep, and where they were rolled out. */
export function snapshotAnswers(): Record<string, (input: never) => unknown> {
  let kept = [...snapshots];
  let places = [...samplePlaces];
  const change = (ids: readonly string[], last: (place: SnapshotPlace) => SnapshotRollOut): void => {
    places = places.map((place) => (ids.includes(place.id) ? { ...place, last: last(place) } : place));
  };
  return {
    'snapshots.list': () => ({ items: kept, nextCursor: null }),
    'snapshots.get': ({ id }: { id: string }) => ({
      ...kept.find((one) => one.id === id),
      contents: [
        { part: 'settings', names: ['settings'] },
        { part: 'customFields', names: ['Chairs', 'Last visit'] },
        { part: 'templates', names: ['First contact', 'A second look', 'Offer'] },
        { part: 'campaigns', names: ['Spring check-up'] },
      ],
    }),
    'snapshots.document': () => ({ snapshot: 1, takenAt: ago(90), workspace: 'Harbour Dental', parts: {} }),
    'snapshots.take': ({ name }: { name: string }) => {
      const version = kept.filter((one) => one.name === name).length + 1;
      kept = [taken('snp_9', name, version, { createdAt: ago(0) }), ...kept];
      return kept[0];
    },
    'snapshots.add': ({ name }: { name: string }) => taken('snp_8', name, 1),
    'snapshots.remove': ({ id }: { id: string }) => {
      kept = kept.filter((one) => one.id !== id);
      return { id };
    },
    'snapshots.places': ({ search = '' }: { search?: string }) => ({
      items: places.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())),
      nextCursor: null,
    }),
    'snapshots.drift': ({ workspaceIds }: { workspaceIds: string[] }) => ({
      items: workspaceIds.map((workspaceId) => ({
        workspaceId,
        differences:
          workspaceId === 'wsp_2'
            ? []
            : [
                { part: 'templates', name: 'First contact', change: 'changed', fields: ['body'] },
                { part: 'campaigns', name: 'Spring check-up', change: 'removed', fields: [] },
              ],
      })),
    }),
    'snapshots.rollOut': ({ workspaceIds }: { workspaceIds: string[] }) => {
      change(workspaceIds, () => rolled({ id: 'sro_9', steps: [] }));
      return { items: [] };
    },
    'snapshots.rollBack': ({ id }: { id: string }) => {
      const ids = places.filter(({ last }) => last?.id === id).map((place) => place.id);
      change(ids, () => rolled({ id, state: 'returned', steps: [] }));
      return rolled({ id, state: 'returning' });
    },
  };
}
