import { createPalette } from '@tabard/theme';
import type { SampleOptions } from './sample-client.ts';
import { ALL } from './sample-records.ts';

/** Who is signed in to the sample, and where. */
export const currentSession = (options: SampleOptions): object => ({
  kind: 'embed_session',
  user: { id: 'usr_1', email: null, name: 'Mara' },
  hasAccount: options.hasAccount ?? false,
  organization: { id: 'org_1', name: 'Northlight' },
  permissions: options.permissions ?? ALL,
  widgets: null,
  configuration: options.configuration,
  memberships: [],
  workspace: {
    id: 'wsp_1',
    name: 'Harbor & Co',
    timeZone: 'Europe/Amsterdam',
    locale: 'en',
    palette: options.noPalette ? undefined : createPalette(options.brandColor ?? '#2b5fd9'),
    brand: {
      displayName: 'Harbor & Co',
      color: options.brandColor ?? '#2b5fd9',
      logoUrl: null,
      fontFamily: null,
      mode: 'light',
      postalAddress: '',
      supportEmail: null,
      privacyUrl: null,
    },
  },
});
