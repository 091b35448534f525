import { join } from 'node:path';
import { rolldown, RolldownMagicString, type OutputChunk, type Plugin } from 'rolldown';
import { findCycle } from './find-cycle.ts';

const root = join(import.meta.dirname, '..');

/** What the bundler remarks and we mean: what one element loads late another one may need at once; and a busy machine is slow. */
const MEANT = new Set(['INEFFECTIVE_DYNAMIC_IMPORT', 'PLUGIN_TIMINGS']);

const SHARED =
  /widgets.src.(?:base|kit|core)|widgets.src.(?:crm|inbox|outreach).\w+-words|lit-html.directive|lit.directive/;
/** A long list of which only a part is loaded and drawn, and what else the lists of people share. */
const ROWS =
  /(?:base.sparse-rows|core.windowed-query)|kit.(?:avatar\.ts|row-window|rows-note)|intent-words|directives.guard/;
const TABLE = /kit.(?:table-(?!menu)[\w.-]+|table(?:\.styles)?)\.ts/;
const FIELDS = /kit.(?:checkbox|latin-digits|locale-of|number-field|parse-number|select|switch)\.ts/;

/** One file of the bundle and what it imports. */
export interface Built {
  file: string;
  code: string;
  map: string | null;
  /** The source file that is its door, where it is an entry or loaded by name. */
  door: string | null;
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
    plugins: [minifyTemplates()],
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
      chunkFileNames: '[name]-[hash].js',
      codeSplitting: {
        groups: [
          { name: 'base', tags: ['$initial'], priority: 3 },
          { name: 'rows', test: ROWS, includeDependenciesRecursively: false, priority: 2 },
          { name: 'table', test: TABLE, includeDependenciesRecursively: false, priority: 2 },
          { name: 'fields', test: FIELDS, includeDependenciesRecursively: false, priority: 2 },
          // What many elements are made of is one file: fewer requests, and packed together it weighs less.
          { name: 'parts', test: SHARED, minShareCount: 4, includeDependenciesRecursively: false, priority: 1 },
        ],
      },
    });
    const built = output.filter((part): part is OutputChunk => part.type === 'chunk').map(toBuilt);
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
    door: chunk.facadeModuleId,
    imports: chunk.imports,
    sources: chunk.moduleIds,
  };
}

/** Takes the indentation out of `css` and `html` literals: the browser never needed it, and templates stay readable here. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /widgets\/src\/.*\.ts$/ },
      handler: (source) => {
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
