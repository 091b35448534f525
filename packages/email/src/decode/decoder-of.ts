const decoders = new Map<string, TextDecoder>();

/** The platform's decoder for a charset it knows; made once, because making one costs more than a short text. */
export function decoderOf(name: string): TextDecoder {
  let decoder = decoders.get(name);
  // A byte order mark is looked for before, where it may stand.
  if (!decoder) decoders.set(name, (decoder = new TextDecoder(name, { ignoreBOM: !name.startsWith('utf-16') })));
  return decoder;
}
