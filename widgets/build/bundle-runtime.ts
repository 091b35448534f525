import { join } from 'node:path';
import { rolldown, RolldownMagicString, type OutputChunk, type Plugin } from 'rolldown';
import { findCycle } from './find-cycle.ts';
import { leanLit } from './lean-lit.ts';

const root = join(import.meta.dirname, '..');

/** What the bundler remarks and we mean: what one element loads late another one may need at once; and a busy machine is slow. */
const MEANT = new Set(['INEFFECTIVE_DYNAMIC_IMPORT', 'PLUGIN_TIMINGS']);

/** What many elements may be made of. */
const SHARED = /widgets.src.(?:base|kit|core)|widgets.src.(?:crm|inbox).\w+-labels|lit-html.directive|lit.directive/;

/** Sources that are one file of the bundle wherever they are used, by the ends of their paths; folders end with a slash. */
const TOGETHER = {
  /** What every page needs a moment after its first paint, or when something fails: one request for all of it. */
  soon: [
    ...['empty-state', 'toaster'].map((name) => `kit/${name}`),
    'base/code-word-table',
    ...['ask-again', 'load-again', 'note-lost', 'realtime', 'stale-answers', 'watch-page', 'widget-states'].map(
      (name) => `core/${name}`,
    ),
    ...['call/', 'errors/', 'transport/retry'].map((name) => `sdk/src/${name}`),
    ...['read-events', 'send-again', 'upload-file', 'wire-error'].map((name) => `sdk/src/embed/${name}`),
  ],
  /** A long list of which only a part is loaded and drawn, and what else the lists of people share. */
  rows: [
    'base/sparse-rows',
    'core/windowed-query',
    ...['avatar', 'row-window', 'rows-note', 'text-area'].map((name) => `kit/${name}`),
    'inbox/intent-labels',
    'directives/guard',
  ],
  /** The maths of colours: for a host's own brand colour, and for readers who need more contrast. */
  theme: ['core/compute-theme', 'packages/theme/src/'],
  labels: ['outreach/campaign-labels', 'outreach/mailbox-labels'],
  table: [
    'kit/table',
    ...['arranging', 'head', 'keys', 'layout', 'row', 'selection'].map((name) => `kit/table-${name}`),
    ...['click-row', 'observe-boxes'].map((name) => `kit/${name}`),
    'core/columns-of',
    'core/missing-record',
    'core/table-widget',
    ...['archive-switch', 'selection-bar', 'view-tabs'].map((name) => `core/${name}`),
    // What several lists show of leads.
    ...['color-tones', 'company-links', 'tag-colors', 'whose-options'].map((name) => `crm/${name}`),
  ],
  fields: [
    ...['checkbox', 'latin-digits', 'locale-of', 'number-field', 'parse-number', 'radio-group', 'switch'].map(
      (name) => `kit/${name}`,
    ),
    'core/time-zones',
  ],
  /** Forms choose by it, and few threads. */
  select: ['kit/select'],
  /** What reads written words and days: many forms need it, and no page at first. */
  matching: ['kit/match-options', 'kit/calendar-days'],
  /** Days from a calendar; one of many by typing; several as chips: forms and filters load them when they are opened. */
  dates: ['calendar-field', 'calendar', 'date-field', 'parse-date'].map((name) => `kit/${name}`),
  choosing: ['kit/combobox', 'kit/listbox'],
  tags: ['kit/chip', 'kit/tag-input'],
  /** A time of day: forms of what happened, or is to happen. */
  times: ['kit/time-field', 'kit/parse-time'],
  /** What pages that list records are made on. */
  lists: ['core/record-list', ...['linked-form', 'record-beside', 'record-empty'].map((name) => `core/${name}`)],
  /** Lists within a record's page. */
  panels: ['core/list-states'],
  /** What forms of records are made on. */
  forms: ['core/record-form', 'operations/history-form'],
  progress: ['kit/progress-bar'],
  'filter-bar': ['kit/filter-bar', 'kit/filter-group'],
  /** Figures of reports, which no list needs. */
  figures: ['kit/figure', 'kit/tooltip', 'insight/figures.styles'],
  /** What makes mails of strangers safe to show. */
  'mail-frame': ['kit/mail-frame', 'kit/purifier', 'dompurify/', 'directives/keyed'],
  /** What opens over a page or is typed into: lists that act need it, and who only reads a thread does not. */
  acts: [
    ...['dialog', 'menu', 'input', 'place-popover', 'first-focusable', 'sparkline'].map((name) => `kit/${name}`),
    'contract/src/letter-case',
    'core/confirmation',
    'crm/custom-field/custom-fields-query',
    'crm/filter/further-conditions',
  ],
} as const;

const isAt = (id: string, path: string): boolean =>
  id.replaceAll('\\', '/').includes(path.endsWith('/') ? `/${path}` : `/${path}.`);

/** One file of the bundle and what it imports. */
export interface Built {
  file: string;
  code: string;
  map: string | null;
  /** The source file that is its entryPoint, where it is an entry or loaded by name. */
  entryPoint: string | null;
  /** Files that must be there before this one runs. */
  imports: readonly string[];
  /** Source files it holds. */
  sources: readonly string[];
}

/** Bundles the runtime and each element: what all need is one file, what one needs comes with it. */
export async function bundleRuntime(): Promise<Built[]> {
  const bundle = await rolldown({
    cwd: root,
    input: { runtime: 'src/embed.ts' },
    platform: 'browser',
    // Its own exports stay; more may be added for the files that share its code.
    preserveEntrySignatures: 'allow-extension',
    tsconfig: join(root, 'tsconfig.json'),
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    // No module of ours or of our libraries does anything when it is only imported.
    treeshake: { moduleSideEffects: false },
    plugins: [leanLit(), minifyTemplates(), inlineHelper(), shortLoaders()],
    onLog: (level, log, handle) => {
      if (!MEANT.has(log.code ?? '')) handle(level, log);
    },
  });
  try {
    const { output } = await bundle.generate({
      format: 'esm',
      minify: true,
      comments: false,
      sourcemap: 'hidden',
      entryFileNames: '[name].js',
      // Their folder is named by what is in them; a hash in each name would only be weight.
      chunkFileNames: '[name].js',
      codeSplitting: {
        groups: [
          { name: 'base', tags: ['$initial'], priority: 3 },
          ...Object.entries(TOGETHER).map(([name, paths]) => ({
            name,
            test: (id: string) => paths.some((path) => isAt(id, path)),
            includeDependenciesRecursively: false,
            priority: 2,
          })),
          // What many elements are made of is one file: fewer requests, and packed together it weighs less.
          { name: 'parts', test: SHARED, minShareCount: 5, includeDependenciesRecursively: false, priority: 1 },
        ],
      },
    });
    const built = output
      .filter((part): part is OutputChunk => part.type === 'chunk' && !HELPER.test(part.fileName))
      .map(toBuilt);
    const sources = built.flatMap((one) => one.sources);
    const gone = Object.values(TOGETHER).flatMap((paths) =>
      paths.filter((path) => !sources.some((id) => isAt(id, path))),
    );
    if (gone.length > 0)
      throw new Error(`No source is at ${gone.join(', ')} any more: say in bundle-runtime.ts where it is.`);
    const cycle = findCycle(new Map(built.map(({ file, imports }) => [file, imports])));
    // Whichever came first would use what the other has not made yet, and no element would come up.
    if (cycle)
      throw new Error(`Files import each other: ${cycle.join(' > ')}. Say in bundle-runtime.ts what goes where.`);
    return built;
  } finally {
    await bundle.close();
  }
}

function toBuilt(chunk: OutputChunk): Built {
  return {
    file: chunk.fileName,
    code: chunk.code,
    map: chunk.map?.toString() ?? null,
    entryPoint: chunk.facadeModuleId,
    imports: chunk.imports.filter((file) => !HELPER.test(file)),
    sources: chunk.moduleIds,
  };
}

/** The bundler's file of a single function, which would be a request of its own. */
const HELPER = /^rolldown-runtime/;

/** Writes the bundler's helper into the files that use it. */
function inlineHelper(): Plugin {
  return {
    name: 'inline-helper',
    renderChunk: (code) => {
      const found = /import \{ \w+ as (\w+) \} from "\.\/rolldown-runtime[^"]*";/.exec(code);
      if (!found) return null;
      if (found[1] !== '__exportAll') throw new Error(`The bundler has a helper more: ${found[0]}`);
      const text = new RolldownMagicString(code);
      text.update(found.index, found.index + found[0].length, EXPORT_ALL);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }).toString() };
    },
  };
}

/** An object of a file's exports, as `import()` gives it. Its own ones only: pages add to what every object has. */
const EXPORT_ALL = `const __exportAll = (all) => {
  const target = {};
  for (const name of Object.keys(all)) Object.defineProperty(target, name, { get: all[name], enumerable: true });
  return target;
};`;

/** The list of elements in the first file that every page loads: each is in a file of its name, so the names say it all. */
function shortLoaders(): Plugin {
  return {
    name: 'short-loaders',
    renderChunk: (code, { fileName }) => {
      if (fileName !== 'runtime.js') return null;
      const list = /(const widgetLoaders = )(\{[^}]*\});/.exec(code);
      const pairs = [...(list?.[2] ?? '').matchAll(/"?([\w-]+)"?: \(\) => import\("\.\/([\w-]+)\.js"\)/g)];
      if (!list || pairs.length === 0 || pairs.some(([, name, file]) => name !== file))
        throw new Error('The list of elements is not what bundle-runtime.ts shortens any more.');
      const names = pairs.map(([, name]) => name).join(' ');
      const short = `Object.fromEntries("${names}".split(" ").map((name) => [name, () => import("./" + name + ".js")]))`;
      const text = new RolldownMagicString(code);
      const start = list.index + (list[1]?.length ?? 0);
      text.update(start, start + (list[2]?.length ?? 0), short);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }).toString() };
    },
  };
}

/** Takes the indentation out of `css` and `html` literals: the browser never needed it, and templates stay readable here. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /widgets\/src\/.*\.ts$/ },
      handler: (source, id) => {
        // What Lit does for them is taken out of it (lean-lit.ts).
        const bare = /<\/(?:script|style|title)>|[^>\s]\s*<\/textarea>/.exec(source);
        if (bare) throw new Error(`${id} writes into ${bare[0]}: set the element's property instead.`);
        const text = new RolldownMagicString(source);
        for (const { 0: literal, index } of source.matchAll(/css`[^`$]*`|\n[ \t]+/g)) {
          text.update(index, index + literal.length, literal.startsWith('css') ? minifyCss(literal) : '\n');
        }
        return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }).toString() };
      },
    },
  };
}

const minifyCss = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
