const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** The elements a cleaned mail may have: words, tables and pictures, none with a parser mode of its own. */
export const KEPT_TAGS = list(
  'a abbr address article b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr',
);

/** Elements whose content is text to every parser: it is no part of the mail's words. */
export const RAW_TAGS = list('script style title textarea xmp iframe noembed noframes noscript plaintext');

/** Elements that go with all they hold, as long as they are closed somewhere. */
export const DROPPED_TAGS = list('svg math object applet select template audio video canvas head frameset');

export const VOID_TAGS = list('br col hr img wbr');

/** Attributes that say how something looks, and load nothing. `class` and `id` go: nothing in the mail may answer to them. */
export const KEPT_ATTRIBUTES = list(
  'dir lang title align valign width height border cellpadding cellspacing bgcolor color face size colspan rowspan start type alt',
);

/** An opening tag ends these when they are what was opened last. */
export const IMPLIED_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article blockquote center details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'
    .split(' ')
    .map((name) => [name, list('p')] as const),
  ['li', list('p li')],
  ['dt', list('p dt dd')],
  ['dd', list('p dt dd')],
  ['td', list('p td th')],
  ['th', list('p td th')],
  ['tr', list('p td th tr caption colgroup')],
  ['tbody', list('p td th tr thead tbody tfoot caption colgroup')],
  ['thead', list('p td th tr thead tbody tfoot caption colgroup')],
  ['tfoot', list('p td th tr thead tbody tfoot caption colgroup')],
]);

/** A closing tag of a word inside a cell does not reach out of it. */
export const CELLS = list('td th caption');
export const TABLE_PARTS = list('table tbody thead tfoot tr td th caption colgroup');
