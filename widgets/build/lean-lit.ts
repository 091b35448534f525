import type { Plugin } from 'rolldown';

/**
 * What Lit and the compiler carry for browsers that our elements are not made for, and for tools that a page may bring: patches for
 * old browsers, lists of versions on the page's own global object, decorators of any kind. Each is taken out by its exact text.
 */
const CUTS: readonly (readonly [file: string, text: string, instead: string])[] = [
  [
    'reactive-element/css-tag.js',
    't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
    '!0',
  ],
  [
    'reactive-element/css-tag.js',
    "\"Value passed to 'css' function must be a 'css' function result: \"+t+\". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.\"",
    '"no css: "+t',
  ],
  ['reactive-element/css-tag.js', '"CSSResult is not constructable. Use `unsafeCSS` or `css` instead."', '"no css"'],
  ['reactive-element/reactive-element.js', 'p=a.reactiveElementPolyfillSupport,', ''],
  [
    'reactive-element/reactive-element.js',
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    '',
  ],
  [
    'reactive-element/reactive-element.js',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    '',
  ],
  [
    'reactive-element/reactive-element.js',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    '',
  ],
  // Initializers are for decorators of other kinds; who called for one would hear that there is none.
  ['reactive-element/reactive-element.js', 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  ['reactive-element/reactive-element.js', ',void 0!==t.l&&(this.l=[...t.l])', ''],
  ['reactive-element/reactive-element.js', ',this.constructor.l?.forEach(t=>t(this))', ''],
  ['lit-html/lit-html.js', ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  ['lit-element/lit-element.js', ',s.litElementHydrateSupport?.({LitElement:i})', ''],
  ['lit-element/lit-element.js', 'const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
  ['lit-element/lit-element.js', '(s.litElementVersions??=[]).push("4.2.2");', ''],
];

/** The compiler's helper, for decorators of members that only look at the member, as all of ours do. */
const DECORATE = `export default (marks, proto, name) => {
  for (const mark of marks) {
    const made = mark(proto, name);
    if (made) Object.defineProperty(proto, name, made);
  }
};`;

/** Builds Lit without what no browser we support needs; a release of Lit that looks otherwise stops the build. */
export function leanLit(): Plugin {
  const done = new Set<string>();
  return {
    name: 'lean-lit',
    transform: {
      filter: { id: /(?:reactive-element|lit-html|lit-element|helpers\/esm)\/[\w-]+\.js$/ },
      handler: (source, id) => {
        if (id.endsWith('/helpers/esm/decorate.js')) return { code: DECORATE, map: null };
        let code = source;
        for (const [file, text, instead] of CUTS) {
          if (!id.replaceAll('\\', '/').endsWith(`/${file}`)) continue;
          if (!code.includes(text)) throw new Error(`${file} has no "${text}" any more: look at lean-lit.ts.`);
          code = code.replace(text, () => instead);
          done.add(file);
        }
        // Positions in a library's one long line help nobody.
        return code === source ? null : { code, map: null };
      },
    },
    buildEnd: () => {
      const missed = CUTS.filter(([file]) => !done.has(file)).map(([file]) => file);
      if (missed.length > 0) throw new Error(`Nobody imports ${missed.join(', ')} any more: look at lean-lit.ts.`);
    },
  };
}
