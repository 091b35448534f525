import sanitize from 'sanitize-html';

/** A mail's html made safe, and how many remote images were kept from loading. */
export interface SanitisedHtml {
  html: string;
  blockedImages: number;
}

const TAGS =
  'a abbr address article b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong style sub summary sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
    ' ',
  );
const LOOKS =
  'style class id dir lang title align valign width height border cellpadding cellspacing bgcolor color face size colspan rowspan'.split(
    ' ',
  );
const DANGEROUS_CSS = /expression\s*\(|javascript\s*:|-moz-binding|behavior\s*:|@import/i;
const REMOTE_CSS = /url\s*\(|image-set\s*\(|(?:^|[^\w-])image\s*\(|src\s*\(/i;

/**
 * The html of a received mail without scripts, forms, frames and event handlers, its look kept; meant for an iframe
 * with `sandbox`. Remote images and styles load only with `allowRemoteImages`, so that opening a mail tells nobody.
 */
export function sanitiseHtml(html: string, { allowRemoteImages }: { allowRemoteImages: boolean }): SanitisedHtml {
  let blockedImages = 0;
  const cleanStyle = (style: string): string => {
    const plain = decodeCss(style);
    if (DANGEROUS_CSS.test(plain)) return '';
    if (allowRemoteImages || !REMOTE_CSS.test(plain)) return style;
    blockedImages += 1;
    return plain
      .split(';')
      .filter((rule) => !REMOTE_CSS.test(rule))
      .join(';');
  };
  const clean = sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: { '*': LOOKS, a: ['href', 'name', 'target', 'rel'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid', 'data'] },
    allowProtocolRelative: false,
    // Its text is checked below; without it many mails fall apart.
    allowVulnerableTags: true,
    nonTextTags: ['script', 'textarea', 'option', 'noscript', 'title', 'xmp', 'noembed'],
    transformTags: {
      '*': (tagName, attribs) => {
        if (attribs['style'] !== undefined) attribs['style'] = cleanStyle(attribs['style']);
        return { tagName, attribs };
      },
      a: (tagName, { style, ...attribs }) => ({
        tagName,
        attribs: {
          ...attribs,
          ...(style && { style: cleanStyle(style) }),
          target: '_blank',
          rel: 'noopener noreferrer',
        },
      }),
      img: (tagName, { src = '', style, ...attribs }) => {
        const looks = { ...attribs, ...(style && { style: cleanStyle(style) }) };
        if (allowRemoteImages || /^(cid:|data:image\/(png|gif|jpe?g|webp);base64,)/i.test(src.trim())) {
          return {
            tagName,
            attribs: { ...looks, ...(!/^data:(?!image\/(png|gif|jpe?g|webp);)/i.test(src.trim()) && { src }) },
          };
        }
        blockedImages += 1;
        return { tagName, attribs: looks };
      },
    },
  });
  const safe = clean.replace(/(<style[^>]*>)([\s\S]*?)(<\/style>)/gi, (_, open: string, css: string, close: string) => {
    return `${open}${cleanSheet(css, allowRemoteImages)}${close}`;
  });
  return { html: safe, blockedImages };
}

// A style sheet goes as a whole when it could run or load something: parsing CSS halfway is how leaks begin.
function cleanSheet(css: string, allowRemote: boolean): string {
  const plain = decodeCss(css);
  if (DANGEROUS_CSS.test(plain) || plain.includes('<')) return '';
  return !allowRemote && REMOTE_CSS.test(plain) ? '' : css;
}

// CSS may hide any letter behind a backslash and split words with comments.
function decodeCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?(\*\/|$)/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replaceAll('\\', '');
}
