import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { widgetNames } from '../widget-names.ts';
import { embedUser, widgetGrants } from './embed-session.ts';

/** An address inside the product, such as `/campaigns/cmp_…`. */
const place = z
  .string()
  .max(200)
  .regex(/^\/[\w/-]*$/, 'Give a path such as /campaigns/cmp_….');

export const hostedPageCreateInput = z
  .strictObject({
    workspaceId: idInput('workspace'),
    /** The person of your own system who will see the page. */
    user: embedUser,
    /** Widgets that the page may show, by name, each with its permissions; one at least. */
    widgets: widgetGrants,
    /** The widget that fills the page; one of `widgets`. People can go from it to the others. */
    widget: z.enum(widgetNames),
    /** Where in the product the page opens. */
    place: place.optional(),
    /** Origins of the pages that may show it in a frame; without any it can only be a page of its own. */
    frameOrigins: z.array(z.string().max(300)).max(20).default([]),
    /** Your address that leads here again, offered when the page has ended. */
    returnUrl: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional(),
    /** Seconds in which the link must be opened, 10 to 600. */
    linkExpiresIn: z.int().min(10).max(600).default(60),
    /** Seconds for which the page stays signed in while it is open, 300 to 43200. */
    lasts: z.int().min(300).max(43_200).default(3600),
  })
  .refine(({ widget, widgets }) => widget in widgets, { path: ['widget'], message: 'Name it in widgets, too.' });

/** `url` opens the page once. Send the person there, or give it to `<acme-frame>`; keep it out of logs and mails. */
export const hostedPageCreateOutput = z.object({
  id: idOutput('hostedPage'),
  /** Address that opens the page, once. */
  url: z.string(),
  /** Moment from which the address opens nothing, ISO 8601 in UTC. */
  linkExpiresAt: z.iso.datetime(),
  /** Moment at which an open page is signed out, ISO 8601 in UTC. */
  endsAt: z.iso.datetime(),
});
export const hostedPageRevokeInput = z.strictObject({ id: idInput('hostedPage') });
export const hostedPageRevokeOutput = z.object({
  id: idOutput('hostedPage'),
  /** Moment it was revoked, ISO 8601 in UTC. */
  revokedAt: z.iso.datetime(),
});
