/** A font file with its family, or a style sheet that declares fonts. */
export type FontSource = { family: string; src: string; weight?: string; style?: string } | { cssSrc: string };

/** Makes fonts known to the page: files by the FontFace interface, style sheets by a link that carries the nonce. */
export function loadFonts(fonts: readonly FontSource[], nonce?: string): void {
  for (const font of fonts) {
    if ('cssSrc' in font) {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: font.cssSrc });
      if (nonce) link.nonce = nonce;
      document.head.append(link);
      continue;
    }
    const { family, src, weight = '400', style = 'normal' } = font;
    const face = new FontFace(family, /^(url|local)\(/.test(src) ? src : `url("${src}")`, {
      weight,
      style,
      display: 'swap',
    });
    document.fonts.add(face);
    face.load().catch(() => undefined); // A font that does not arrive leaves the page's own font.
  }
}
