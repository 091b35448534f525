import { msg, str } from '@lit/localize';
import type { TreeNode } from '@tabard/contract';
import type { Session } from '../../core/session.ts';
import type { TreeTask } from './tree-tasks.ts';

/** What a person wrote and chose in a dialog of the tree. */
export interface TreeValues {
  name: string;
  slug: string;
  externalId: string;
  kind: 'agency' | 'vendor';
  /** The reason, the words, or the name once more. */
  text: string;
  /** The organization that it comes below. */
  to: string;
}
interface Carried {
  words: string;
  below: readonly (string | null)[];
  at?: string;
}

/** Does what a dialog is about; says what was done, and what is to be asked for again. */
export async function carryOut(session: Session, { kind, node }: TreeTask, values: TreeValues): Promise<Carried> {
  const { tree } = session.client;
  const place = named(node);
  const done = (words: string): Carried => ({ words, below: [node.parentId, node.organizationId], at: node.id });
  switch (kind) {
    case 'create-workspace':
    case 'create-organization':
      return create(session, kind, node, values);
    case 'rename':
      await tree.rename({ ...place, name: values.name.trim() });
      return done(msg(str`It is called ${values.name.trim()} now.`));
    case 'move':
      await tree.move({ ...place, parentId: values.to });
      return { ...done(msg(str`${node.name} has another place.`)), below: [node.parentId, values.to] };
    case 'suspend':
      await tree.suspend({ ...place, reason: values.text.trim() });
      return done(msg(str`${node.name} is suspended.`));
    case 'archive':
      await tree.archive(place);
      return done(msg(str`${node.name} is archived.`));
    case 'export':
      await download(session, node, values.text);
      return { ...done(msg(str`The file of ${node.name} is complete.`)), below: [] };
    case 'delete': {
      const { deletesAt } = await tree.delete({ ...place, name: values.text });
      return done(msg(str`${node.name} can be brought back until ${session.format.date(deletesAt ?? '')}.`));
    }
  }
}

/** How long a large workspace may take to be written, in ms. */
const PATIENCE = 3_600_000;

const named = ({ organizationId, workspaceId }: TreeNode) =>
  workspaceId ? { workspaceId } : { organizationId: organizationId ?? '' };

async function create(
  { client }: Session,
  kind: 'create-workspace' | 'create-organization',
  node: TreeNode,
  values: TreeValues,
): Promise<Carried> {
  const name = values.name.trim();
  const externalId = values.externalId.trim() || undefined;
  const within = node.organizationId ?? '';
  const { id } =
    kind === 'create-workspace'
      ? await client.tree.createWorkspace({ organizationId: within, name, externalId })
      : await client.organizations.create({
          parentId: within,
          name,
          kind: values.kind,
          slug: values.slug.trim(),
          externalId,
        });
  return { words: msg(str`${name} was added.`), below: [node.parentId, within], at: id };
}

/** All of a workspace, which the platform writes while it reads, handed to the browser as a file. */
async function download({ client }: Session, { workspaceId, name }: TreeNode, words: string): Promise<void> {
  const response = await client.fetch(`/workspaces/${workspaceId ?? ''}/archive`, {
    headers: { 'Archive-Key': encodeURIComponent(words) },
    timeout: PATIENCE,
  });
  const href = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href, download: `${name}.archive` }).click();
  URL.revokeObjectURL(href);
}
