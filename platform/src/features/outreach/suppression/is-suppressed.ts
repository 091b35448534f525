/**
 * SQL condition: the address with this hash is not contacted. Both arguments are SQL, such as `$1` or `d.workspace_id`.
 * @example `... where not ${isSuppressed('$1', 'wanted.address_hash')}`
 */
export function isSuppressed(workspaceId: string, hash: string): string {
  return `exists (select from suppression s where s.workspace_id = ${workspaceId} and s.address_hash = ${hash})`;
}
