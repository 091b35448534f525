/** The parser of XML that the reader of workbooks uses as well, as far as it is used here. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(event: 'openTag', then: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', then: (name: string) => void): this;
    on(event: 'error', then: (error: Error) => void): this;
    write(xml: string): this;
    end(): void;
  }
}
