// The analyzer types its plugins but not the function it exports.
declare module '@custom-elements-manifest/analyzer/index.js' {
  import type ts from 'typescript-of-analyzer';
  export function create(options: { modules: ts.SourceFile[]; plugins?: object[]; context?: object }): unknown;
}
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
