/** The manifest of what a host can use: the embeddable elements and the provider, under the prefix nobody chose. */
export default {
  globs: ['src/*/*/*.ts', 'src/core/provider.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/*.test.ts', 'src/core/locales/**'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      name: 'tag-names',
      moduleLinkPhase({ moduleDoc }) {
        for (const declaration of moduleDoc.declarations ?? []) {
          const tag = declaration.members?.find((member) => member.name === 'tag')?.default?.replaceAll(/['"]/g, '');
          const embeddable = tag === 'provider' || declaration.members?.some((member) => member.name === 'widgetName');
          if (!tag || !embeddable) continue;
          Object.assign(declaration, { customElement: true, tagName: `outreach-${tag}` });
          // Private and static members are nobody's contract.
          declaration.members = declaration.members.filter(
            (member) =>
              !member.static &&
              !member.name.startsWith('#') &&
              member.privacy !== 'private' &&
              member.privacy !== 'protected',
          );
          for (const event of declaration.events ?? []) event.name = `outreach-${event.name}`;
        }
        moduleDoc.declarations = moduleDoc.declarations?.filter((declaration) => declaration.tagName);
      },
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules = customElementsManifest.modules.filter((module) => module.declarations?.length);
      },
    },
  ],
};
