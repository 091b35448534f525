import { build } from 'esbuild';
const r = await build({
  absWorkingDir: '/work/wt/bench',
  entryPoints: ['platform/src/main.ts', 'platform/bench/zz-base.ts', 'platform/bench/fixture/import-leads.ts'],
  outdir: 'platform/dist/bench',
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: false,
  splitting: true,
  metafile: true,
  minify: process.argv[2] === 'min',
  banner: {
    js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);import{fileURLToPath as __fu}from'node:url';import{dirname as __dn}from'node:path';const __filename=__fu(import.meta.url),__dirname=__dn(__filename);",
  },
  external: [
    '@node-rs/argon2',
    'pg-native',
    'pg-query-stream',
    'pg-cloudflare',
    'mariadb',
    'libsql',
    'tedious',
    'mysql',
    'better-sqlite3',
    'oracledb',
    'sqlite3',
    '@mikro-orm/seeder',
    '@mikro-orm/entity-generator',
    '@mikro-orm/reflection',
    '@mikro-orm/mongodb',
    '@mikro-orm/mysql',
    '@mikro-orm/mariadb',
    '@mikro-orm/sqlite',
    '@mikro-orm/better-sqlite',
    '@mikro-orm/libsql',
    '@mikro-orm/mssql',
    'tsx',
    'dotenv',
    '@swc-node/register',
    'fsevents',
    'typescript',
  ],
});
const by = {};
for (const [f, o] of Object.entries(r.metafile.outputs)) {
  console.log(f, (o.bytes / 1024).toFixed(0));
  if (f.endsWith('main.js') || f.includes('chunk'))
    for (const [i, x] of Object.entries(o.inputs)) {
      const m = /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(i)?.[1] ?? 'own';
      by[m] = (by[m] ?? 0) + x.bytesInOutput;
    }
}
console.log(
  Object.entries(by)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 30)
    .map(([k, v]) => k + ' ' + ((v / 1024) | 0))
    .join('\n'),
);
