import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  // Pictures are small and already the right size; this keeps native image tools out of the build.
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: 'Tabard',
      description: 'The embeddable white-label sales-outreach platform.',
      customCss: ['./src/docs.css', './catalogue/catalogue.css'],
      sidebar: [
        {
          label: 'Start',
          items: [
            'guides/start-here',
            'guides/first-key',
            'guides/packages',
            'guides/embed',
            'guides/snippets',
            'guides/configure',
            'guides/people',
            'guides/roles',
            'guides/tree',
            'guides/snapshots',
            'guides/clients',
            'guides/brand',
            'guides/domains',
            'guides/hosted-pages',
            'guides/sdk',
            'guides/http',
            'guides/troubleshooting',
            'guides/gallery',
          ],
        },
        {
          label: 'Concepts',
          items: [
            'concepts/tenancy',
            'concepts/sessions',
            'concepts/life-of-a-mail',
            'concepts/realtime',
            'concepts/filters',
            'concepts/segments',
            'concepts/custom-fields',
            'concepts/tags',
            'concepts/lists',
            'concepts/bulk-operations',
            'concepts/lead-imports',
            'concepts/lead-exports',
            'concepts/teams',
            'concepts/notes',
            'concepts/activities',
            'concepts/tasks',
            'concepts/files',
            'concepts/search',
          ],
        },
        {
          label: 'Operate',
          items: [
            'guides/go-live',
            'guides/white-label',
            'guides/publishing',
            'guides/add-a-language',
            'guides/operate',
            'reference/settings',
            'guides/command-line',
            'reference/performance',
          ],
        },
        {
          label: 'Reference',
          items: [
            { label: 'Procedures', items: [{ autogenerate: { directory: 'reference/procedures' } }] },
            { label: 'Elements', items: [{ autogenerate: { directory: 'reference/elements' } }] },
            'reference/init',
            'reference/configuration',
            'reference/kit',
            'reference/variables',
            'reference/events',
            'reference/roles',
          ],
        },
        { label: 'Errors', collapsed: true, items: [{ autogenerate: { directory: 'errors' } }] },
      ],
    }),
  ],
});
