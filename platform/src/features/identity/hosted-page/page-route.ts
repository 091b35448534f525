import { randomBytes } from 'node:crypto';
import { fromPublicId, type Uuid } from '@tabard/contract';
import { isUnder, ownAddress } from '#features/identity/address';
import { brandOf, findWorkspace } from '#features/identity/workspace';
import type { App, Host, PublicRoute, RouteAnswer } from '#kernel';
import { endedDocument, pageDocument } from './page-document.ts';
import { pageHeaders } from './page-headers.ts';

interface PageRow {
  workspace_id: Uuid;
  widget: string;
  widgets: string[];
  place: string | null;
  frame_origins: string[];
  return_url: string | null;
}

/**
 * `GET /hosted/<widget>/<page>`: one widget as a whole page, in the client's brand.
 *
 * What it defends against, and how:
 * - **A link that others see** (logs, proxies, referrers, histories): the code stands behind the `#`, which no browser sends; the page
 *   takes it out of its address before anything else; it is good once, for a minute.
 * - **A link opened by a mail scanner or a preview**: asking for the page changes nothing; only its script trades the code, by POST.
 * - **A link opened by two**: the second use ends the page for both and says so in the log.
 * - **Another page that asks for the session**: the trade is answered to our own origin only; there are no cookies to ride on.
 * - **A frame around it**: only the origins that the host's server named may frame it, and only they are listened to.
 * - **Foreign script in it**: one nonce, no inline code, Trusted Types; mails are shown in frames that run nothing.
 * - **Somebody who opens their own link in another's browser**: nothing of it outlives the tab, and the page shows whose it is.
 * The session lives in the tab's memory only; loading the page again asks the host for a new link.
 */
export const pageRoute: PublicRoute = {
  method: 'GET',
  path: '/hosted/:widget/:page',
  auth: 'none',
  async handle(app, { params, host }) {
    const nonce = randomBytes(16).toString('base64url');
    const id = fromPublicId('hostedPage', params['page'] ?? '');
    const row = id && (await findPage(app, id));
    const placed = row && row.widget === params['widget'] ? await findWorkspace(app, row.workspace_id) : null;
    if (!row || !placed || !(await isUnder(app, host.domain, row.workspace_id))) return ended(host, nonce);
    const { url } = host;
    // Under a name of theirs the page knows no other address.
    const apiUrl = host.domain ? url : ownAddress(app.config, 'api');
    const frameOrigins = row.frame_origins;
    return {
      headers: pageHeaders({ nonce, frameOrigins, apiUrl, pageUrl: url }),
      body: pageDocument({
        nonce,
        brand: brandOf(placed),
        locale: placed.row.locale,
        page: params['page'] ?? '',
        widget: row.widget,
        widgets: row.widgets,
        place: row.place,
        frameOrigins,
        returnUrl: row.return_url,
        apiUrl,
      }),
    };
  },
};

async function findPage(app: App, id: Uuid): Promise<PageRow | undefined> {
  const [row] = await app.database.readOrganization<PageRow>(
    `select workspace_id, widget, array(select jsonb_object_keys(widgets)) as widgets, place, frame_origins, return_url from hosted_page
      where id = $1 and revoked_at is null and ends_at > now()`,
    [id],
    'hosted_page_find',
  );
  return row;
}

/** The same for a page that has ended, one that never was, and one of another name. */
function ended({ url }: Host, nonce: string): RouteAnswer {
  return {
    status: 404,
    headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: url, pageUrl: url }),
    body: endedDocument(nonce),
  };
}
