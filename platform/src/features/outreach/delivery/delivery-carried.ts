import { addressHash } from '#features/outreach/suppression';
import type { Carried } from '#kernel';

const waited = 'It waited when the workspace was taken out of an archive. Send it again.';
const onItsWay = 'It was on its way when the workspace was archived: nobody knows whether it arrived.';

/**
 * Nothing leaves by itself, for it may leave where the archive came from: mails of campaigns that waited are planned anew with links of
 * this installation, answers that waited are for a person to send again, and of what was on its way nobody knows the outcome.
 */
export const deliveryCarried: Carried = {
  table: 'delivery',
  row(app, workspaceId, row) {
    const here = { ...row, address_hash: addressHash(app, workspaceId, String(row['to_address'])), decide_at: null };
    if (row['state'] === 'submitting')
      return { ...here, state: 'unknown', troubled: true, fence: null, reply: onItsWay };
    if (row['state'] !== 'planned') return here;
    if (row['enrollment_id'] !== null) return null;
    return { ...here, state: 'cancelled', troubled: false, due_at: null, pack_id: null, reply: waited };
  },
  async ended(sql, workspaceId, rows) {
    await sql(
      `update enrollment set next_step_at = now() where workspace_id = $1 and id = any($2::uuid[]) and state in ('active', 'paused')`,
      [workspaceId, rows.map((row) => row['enrollment_id'])],
    );
  },
};
