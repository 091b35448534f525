import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fromPublicId, type Uuid } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, sweepTable } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { findUpload, storeUpload, uploadKey } from './store-upload.ts';
import { uploadRetention } from './upload.entity.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  platform = await startTestPlatform({ env: { UPLOAD_LIMIT: '3000', UPLOAD_QUOTA: '5000' } });
});
afterAll(() => platform.stop());

const store = (bytes: number, length?: number) =>
  storeUpload(workspace.scope, Readable.from([Buffer.alloc(bytes, 'x')]), {
    fileName: 'a.csv',
    ...(length !== undefined && { length }),
  });
const idOf = (publicId: string): Uuid => fromPublicId('upload', publicId)!; // an upload answers with an id of its kind
const bytesOf = (id: Uuid) => platform.app.ports.blobs.size(uploadKey(workspace.workspaceId, id));
const age = (id: Uuid) =>
  workspace.scope.write(({ sql }) =>
    sql(`update upload set created_at = now() - interval '25 hours' where workspace_id = $1 and id = $2`, [
      workspace.workspaceId,
      id,
    ]),
  );
const count = async () =>
  Number((await workspace.scope.read<{ count: string }>('select count(*) from upload'))[0]?.count);

describe('an upload', () => {
  beforeAll(async () => {
    workspace = await platform.createWorkspace();
  });

  it('is gone after a day, with its bytes, and one that an import waits for is not', async () => {
    const [old, waiting, young] = [await store(10), await store(20), await store(30)];
    await age(idOf(old.id));
    await age(idOf(waiting.id));
    await workspace.scope.write(({ sql }) =>
      sql(
        `insert into lead_import (workspace_id, id, upload_id, file_name, options) values ($1, $2, $3, 'a.csv', '{}')`,
        [workspace.workspaceId, newId(), idOf(waiting.id)],
      ),
    );
    // What a process left that was killed while it wrote.
    const path = join(platform.config.storage.blobRoot, uploadKey(workspace.workspaceId, idOf(old.id)));
    await writeFile(join(dirname(path), `.${idOf(old.id)}.killed.part`), 'half');
    await sweepTable(platform.app, uploadRetention);
    expect(await Promise.all([old, waiting, young].map(({ id }) => bytesOf(idOf(id))))).toEqual([null, 20, 30]);
    expect(await count()).toBe(2);
    expect((await readdir(dirname(path))).filter((name) => name.endsWith('.part'))).toEqual([]);
    await expect(findUpload(workspace.scope, idOf(old.id))).rejects.toMatchObject({ code: 'upload.not_found' });
  });

  it('can be read by nobody else on the machine', async () => {
    const { id } = await store(10);
    const path = join(platform.config.storage.blobRoot, uploadKey(workspace.workspaceId, idOf(id)));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const folder of [dirname(path), dirname(dirname(path))]) expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe("a workspace's uploads", () => {
  beforeAll(async () => {
    workspace = await platform.createWorkspace();
  });

  it('have a quota of bytes together, also when they come at once, and leave nothing of those refused', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => store(1500, 1500)));
    const refused = outcomes.filter((each) => each.status === 'rejected').map((each) => each.reason);
    expect(refused.map((error) => error.code)).toEqual(Array.from({ length: 3 }, () => 'upload.quota_exceeded'));
    expect(await count()).toBe(3);
    // 500 bytes are left; one that does not say how long it is may have those.
    await expect(store(600)).rejects.toMatchObject({ code: 'upload.quota_exceeded' });
    expect((await store(400)).size).toBe(400);
    expect(await count()).toBe(4);
  });

  it('are refused as too large when they are, whatever the quota', async () => {
    workspace = await platform.createWorkspace();
    await expect(store(3001)).rejects.toMatchObject({ code: 'request.too_large' });
    await expect(store(10, 3001)).rejects.toMatchObject({ code: 'request.too_large' });
    await expect(store(0)).rejects.toMatchObject({ code: 'upload.empty' });
    expect(await count()).toBe(0);
  });
});
