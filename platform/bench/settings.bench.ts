import { settingNames, type SettingsSaid } from '@tabard/contract';
import { resolveSettings, settingDefaults, type SettingsLevel } from '#features/identity/organization';
import type { Harness } from './harness.ts';

export const name = 'settings';
export const title = 'all settings of a workspace below three organizations, beside spreading what each says (S1)';

const rounds = 20_000;

const level = (kind: SettingsLevel['kind'], name: string, said: SettingsSaid, locks: SettingsLevel['locks'] = []) => ({
  kind,
  id: name,
  name,
  said,
  locks,
  inheritsAddress: false,
});
/** A workspace, its agency, the vendor above, the operator: each says some, the vendor has locked two. */
const levels: readonly SettingsLevel[] = [
  level('workspace', 'Client', { mode: 'dark', locale: 'fr' }),
  level('organization', 'Agency', { color: '#0f766e', logoUrl: 'https://agency.example/logo.svg', radius: 4 }),
  level('organization', 'Vendor', { legalText: 'Register 34', dailyCap: 2000 }, ['legalText', 'dailyCap']),
  level('organization', 'Operator', { supportEmail: 'help@operator.example', color: '#111111' }),
];

/** What is resolved is what is at hand; reading it from the database is measured with every call of the API. */
export async function run(harness: Harness): Promise<void> {
  const product = () => timed(() => resolveSettings(levels, settingNames));
  const reference = () =>
    timed(() => levels.reduceRight((all, { said }) => ({ ...all, ...said }), { ...settingDefaults } as SettingsSaid));
  for (const side of [product, reference]) await side();
  harness.report({
    id: 'S1',
    what: `${settingNames.length} settings over ${levels.length} levels, with locks`,
    unit: 'µs',
    goal: { of: 'product', atMost: 50 },
    ...(await harness.alternate({ product, reference })),
  });
}

/** Microseconds of one round. */
async function timed(work: () => object): Promise<number> {
  let seen = 0;
  const start = performance.now();
  for (let round = 0; round < rounds; round++) seen += Object.keys(work()).length;
  const took = ((performance.now() - start) * 1000) / rounds;
  if (seen < rounds) throw new Error('Nothing was resolved.');
  return took;
}
