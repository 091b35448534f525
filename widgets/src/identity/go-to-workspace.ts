/** Goes into a workspace where the app stands at the platform: it lies at the workspace's id there. Elsewhere that is the host's matter. */
export function goToWorkspace(workspaceId: string): void {
  const [, app] = /^(.*\/app\/)wsp_[0-9a-f]+/.exec(location.pathname) ?? [];
  if (app) location.assign(`${app}${workspaceId}`);
}
