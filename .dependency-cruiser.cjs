// The arrows of ARCHITECTURE.md. Entry points and the order of features are checked by packages/tooling/src/checks/entry-points.ts.
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const rooms = '^(packages/(?!tooling|testing)|platform|sdk|widgets)';
const test = '(\\.(test|journey|bench)\\.ts$|/test/|/bench/)';

module.exports = {
  forbidden: [
    never(
      'no-circle',
      'Two files that need each other are one file.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'packages-know-nobody',
      'The bottom of the house knows nothing of platform, sdk, widgets.',
      { path: '^packages/(?!tooling|testing)', pathNot: test },
      { path: '^(platform|sdk|widgets|examples)/' },
    ),
    never(
      'contract-is-pure',
      'The contract is browser-safe truth: zod and itself.',
      { path: '^packages/contract/src', pathNot: test },
      { pathNot: ['^packages/contract/src', 'node_modules/(\\.pnpm/)?zod'] },
    ),
    never(
      'email-does-no-io',
      'The mail engine is pure: no network, no files.',
      { path: '^packages/email/src', pathNot: test },
      { path: '^(node:)?(fs|net|http|https|tls|dns|child_process)(/|$)' },
    ),
    never(
      'platform-knows-no-client',
      'The product is headless.',
      { path: '^platform/(src|migrations)', pathNot: test },
      { path: '^(sdk|widgets|examples)/' },
    ),
    never(
      'sdk-takes-types-only',
      'Code of the platform must never reach a customer: import type.',
      { path: '^(sdk|widgets)/src', pathNot: test },
      { path: '^platform/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'widget-base-knows-nobody',
      'base <- kit <- core <- elements: prefix, templates and failures stand on libraries alone.',
      { path: '^widgets/src/base/', pathNot: test },
      { path: '^widgets/src/(?!base/)' },
    ),
    never(
      'kit-knows-no-session',
      'base <- kit <- core <- elements: a primitive is told what to show and asks nobody.',
      { path: '^widgets/src/kit/', pathNot: test },
      { path: '^widgets/src/(?!base/|kit/)' },
    ),
    never(
      'core-knows-no-element',
      'base <- kit <- core <- elements: only the list of loaders names them, each to be fetched by itself.',
      { path: '^widgets/src/core/', pathNot: [test, '^widgets/src/core/widget-loaders\\.ts$'] },
      { path: '^widgets/src/(?!base/|kit/|core/)' },
    ),
    never('sdk-knows-no-widget', 'sdk <- widgets.', { path: '^sdk/' }, { path: '^widgets/' }),
    never(
      'config-stands-alone',
      'config <- kernel <- features <- http <- main.',
      { path: '^platform/src/config', pathNot: test },
      { path: '^platform/src/(?!config)' },
    ),
    never(
      'kernel-knows-no-feature',
      'config <- kernel <- features <- http <- main.',
      { path: '^platform/src/kernel', pathNot: test },
      { path: '^platform/src/(?!config|kernel)' },
    ),
    never(
      'features-know-no-outside',
      'A feature speaks to the outside through a port, and http comes after it.',
      { path: '^platform/src/features', pathNot: test },
      { path: '^platform/src/(?!config|kernel|features)' },
    ),
    never(
      'adapters-know-ports-only',
      'kernel/ports <- adapters <- main.',
      { path: '^platform/src/adapters', pathNot: test },
      { path: '^platform/src/(?!config|kernel|adapters)' },
    ),
    never(
      'http-is-served-by-main',
      'http may use features and kernel; only main composes.',
      { path: '^platform/src/http', pathNot: test },
      { path: '^platform/src/(adapters|cli|main)' },
    ),
    never(
      'the-trace-check-stands-outside',
      'It looks at a whole installation from outside; only the command line calls it.',
      { path: '^platform/src/(?!cli|trace)', pathNot: test },
      { path: '^platform/src/trace/' },
    ),
    never(
      'no-test-code-in-the-product',
      'What runs at the customer does not carry test tools. The trace check drives a browser, and only when it is called.',
      { path: `${rooms}/.*src/`, pathNot: [test, '^platform/src/trace/look-in-browser\\.ts$'] },
      { path: '^(packages/(testing|tooling)/|.*\\.test\\.ts$)' },
    ),
    never(
      'only-embedded-start-knows-embedded',
      'The platform has no code path that knows the embedded services; the command line and its trace check start them.',
      { path: '^platform/src/(?!cli|start|trace)', pathNot: test },
      { path: '^packages/embedded/' },
    ),
    never('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
