import type { Plugin } from 'rolldown';

/**
 * What Lit and the compiler carry for browsers that our elements are not made for, and for tools that a page may bring: patches for
 * old browsers, lists of versions on the page's own global object, decorators of any kind. Each is taken out by its exact text.
 */
const CUTS: readonly (readonly [file: string, text: string, instead: string])[] = [
  [
    'localize/init/install.js',
    "if (installed) {\n        throw new Error('lit-localize can only be configured once');\n    }\n    msg = impl;\n    installed = true;",
    'msg = impl;',
  ],
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
  ['reactive-element/css-tag.js', 'toString(){return this.cssText}', ''],
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
  // Our properties are declared by decorators, and none is a list or an object written as JSON.
  [
    'reactive-element/reactive-element.js',
    'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
    'this.finalized=!0,this._$Ei();',
  ],
  ['reactive-element/reactive-element.js', 'case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
  ['reactive-element/reactive-element.js', 'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
  // Who listens to an element does so for its life, and every update happens.
  ['reactive-element/reactive-element.js', 'removeController(t){this._$EO?.delete(t)}', ''],
  [
    'reactive-element/reactive-element.js',
    't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
    't=!0,this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)',
  ],
  ['reactive-element/reactive-element.js', 'shouldUpdate(t){return!0}', ''],
  // Initializers are for decorators of other kinds; who called for one would hear that there is none.
  ['reactive-element/reactive-element.js', 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  ['reactive-element/reactive-element.js', ',void 0!==t.l&&(this.l=[...t.l])', ''],
  ['reactive-element/reactive-element.js', ',this.constructor.l?.forEach(t=>t(this))', ''],
  // Elements whose content is bare text have none in our templates, and the build holds them to it (bundle-runtime.ts).
  ['lit-html/lit-html.js', ',y=/^(?:script|style|textarea|title)$/i', ''],
  ['lit-html/lit-html.js', '(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  [
    'lit-html/lit-html.js',
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  // Templates are written by hand, none is compiled beforehand, and all are made for this document.
  [
    'lit-html/lit-html.js',
    '{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    '{values:i}=t,e=this._$AC(t);',
  ],
  ['lit-html/lit-html.js', '(t?.creationScope??l).importNode', 'l.importNode'],
  ['lit-html/lit-html.js', '"invalid template strings array"', '"no template"'],
  // No formula is drawn, and of what is private only the parts are asked for, by directives.
  ['lit-html/lit-html.js', '2===i?"<svg>":3===i?"<math>":""', '2===i?"<svg>":""'],
  ['lit-html/lit-html.js', '2===i?"</svg>":3===i?"</math>":""', '2===i?"</svg>":""'],
  ['lit-html/lit-html.js', '2===i||3===i', '2===i'],
  ['lit-html/lit-html.js', '{M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}', '{I:k}'],
  ['lit-html/lit-html.js', ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  // A shadow root of ours is empty when it is made.
  [
    'lit-element/lit-element.js',
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
    '',
  ],
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
      filter: { id: /(?:reactive-element|lit-html|lit-element|localize\/init|helpers\/esm)\/[\w-]+\.js$/ },
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
    buildEnd: (error) => {
      if (error) return;
      const missed = CUTS.filter(([file]) => !done.has(file)).map(([file]) => file);
      if (missed.length > 0) throw new Error(`Nobody imports ${missed.join(', ')} any more: look at lean-lit.ts.`);
    },
  };
}
