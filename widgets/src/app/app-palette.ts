import { msg } from '@lit/localize';
import type { Conversation, ConversationSummary, Campaign, CampaignSummary, Lead, Page } from '@tabard/contract';
import { type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.ts';
import type { CacheKey } from '../core/cache.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Query } from '../core/query.ts';
import type { Session } from '../core/session.ts';
import { nameOf } from '../crm/lead-labels.ts';
import { withWhom } from '../inbox/intent-labels.ts';
import { CommandPalette, type PaletteGroup } from '../kit/command-palette.ts';
import { stateWord } from '../outreach/campaign-labels.ts';
import { actCommands, matchCommands, pageCommands, type Command } from './app-commands.ts';
import { matchRoute, pathTo } from './app-routes.ts';
import type { App } from './app/app.ts';
import { shellIcon } from './shell-icon.ts';

/** Letters after which records are looked for, and the pause of typing that starts it, ms. */
const ENOUGH = 2;
const PAUSE = 180;
const LIMIT = 5;

interface Records {
  lead: Command[];
  campaign: Command[];
  conversation: Command[];
}

/** Finds pages, acts and records, and goes there; the last places first. */
export class AppPalette extends PrefixedElement {
  static override tag = 'app-palette';
  static override uses = [CommandPalette];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) session: Session | null = null;
  @property({ type: Boolean }) open = false;
  /** What it begins with when it opens. */
  @property() typed = '';
  @state() private text = '';
  @state() private asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was found last, so that the list does not blink while the next letters are looked up. */
  #held: Records = { lead: [], campaign: [], conversation: [] };

  #key(area: string, may: boolean | undefined): CacheKey | null {
    return may && this.open && this.asked.length >= ENOUGH ? [area, 'list', 'found', this.asked] : null;
  }
  readonly #leads = new Query<Page<Lead>>(this, {
    key: () => this.#key('leads', this.session?.can('lead.read')),
    ask: async ({ client }) => client.leads.list({ filter: { search: this.asked }, limit: LIMIT }),
  });
  readonly #campaigns = new Query<Page<CampaignSummary>>(this, {
    key: () => this.#key('campaigns', this.session?.can('campaign.read')),
    ask: async ({ client }) => client.campaigns.list({ filter: { search: this.asked }, limit: LIMIT }),
  });
  readonly #conversations = new Query<Page<ConversationSummary>>(this, {
    key: () => this.#key('conversations', this.session?.can('inbox.read')),
    ask: async ({ client }) => client.conversations.list({ search: this.asked, limit: LIMIT }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) [this.text, this.asked] = [this.typed, this.typed.trim()];
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  readonly #onSearch = (event: CustomEvent<string>): void => {
    this.text = event.detail;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.asked = this.text.trim()), PAUSE);
  };

  /** Where one was, newest first, by the names these places have. */
  #recent(): Command[] {
    return this.app.stack.visited.flatMap((path, at) => {
      const label = this.#nameOf(path);
      return label ? [{ id: `recent-${at}`, ...label, run: () => this.app.go(path) }] : [];
    });
  }

  #nameOf(path: string): Pick<Command, 'label' | 'icon' | 'hint'> | null {
    const route = matchRoute(path);
    const { cache } = this.session!; // rendered only with one
    if (!route?.id) return null; // Pages stand below anyway.
    if (route.name === 'campaign') {
      const name = cache.peek<Campaign>(['campaigns', 'get', route.id])?.value.name;
      return name ? { label: name, icon: 'campaigns', hint: msg('Campaign') } : null;
    }
    if (route.name === 'conversation') {
      const thread = cache.peek<Conversation>(['conversations', 'get', route.id])?.value;
      return thread ? { label: withWhom(thread), icon: 'inbox', hint: thread.subject } : null;
    }
    const lead = route.name === 'lead' && cache.peek<Lead>(['leads', 'get', route.id])?.value;
    return lead ? { label: nameOf(lead), icon: 'person', hint: lead.company ?? lead.email } : null;
  }

  #records(): Records {
    const { app } = this;
    const found = {
      lead: this.#leads.value?.items.map((lead) => ({
        id: lead.id,
        label: nameOf(lead),
        hint: [lead.company, lead.email].filter(Boolean).join(' · '),
        icon: 'person' as const,
        run: () => app.go(pathTo('lead', lead.id)),
      })),
      campaign: this.#campaigns.value?.items.map((one) => ({
        id: one.id,
        label: one.name,
        hint: stateWord(one.state),
        icon: 'campaigns' as const,
        run: () => app.go(pathTo('campaign', one.id)),
      })),
      conversation: this.#conversations.value?.items.map((one) => ({
        id: one.id,
        label: withWhom(one),
        hint: one.subject,
        icon: 'inbox' as const,
        run: () => app.go(pathTo('conversation', one.id)),
      })),
    };
    const { text } = this;
    const keep = (kind: keyof typeof found): Command[] => found[kind] ?? matchCommands(this.#held[kind], text);
    this.#held = { lead: keep('lead'), campaign: keep('campaign'), conversation: keep('conversation') };
    return this.#held;
  }

  #found(session: Session): { id: string; label: string; commands: Command[] }[] {
    const [goTo, act] = [pageCommands(this.app, session), actCommands(this.app, session)];
    if (!this.text.trim()) {
      this.#held = { lead: [], campaign: [], conversation: [] };
      return [
        { id: 'recent', label: msg('Recent'), commands: this.#recent().slice(0, LIMIT) },
        { id: 'pages', label: msg('Go to'), commands: goTo },
        { id: 'acts', label: msg('Actions'), commands: act },
      ];
    }
    const { lead, campaign, conversation } = this.#records();
    return [
      { id: 'pages', label: msg('Go to'), commands: matchCommands(goTo, this.text) },
      { id: 'acts', label: msg('Actions'), commands: matchCommands(act, this.text) },
      { id: 'leads', label: msg('Leads'), commands: lead },
      { id: 'campaigns', label: msg('Campaigns'), commands: campaign },
      { id: 'conversations', label: msg('Conversations'), commands: conversation },
    ];
  }

  override render(): unknown {
    const { session } = this;
    if (!session) return '';
    const found = this.#found(session);
    const groups: PaletteGroup[] = found.map(({ id, label, commands }) => ({
      id,
      label,
      items: commands.map((command) => ({ ...command, icon: shellIcon(command.icon) })),
    }));
    const queries = [this.#leads, this.#campaigns, this.#conversations];
    const waits = this.text.trim().length >= ENOUGH && this.text.trim() !== this.asked;
    return html`<x-command-palette
      label=${msg('Search or jump to')}
      ?open=${this.open}
      .text=${this.text}
      .groups=${groups}
      ?busy=${waits || queries.some(({ loading }) => loading)}
      problem=${queries.some(({ failure }) => failure) ? msg('Not everything could be searched. Try again in a moment.') : ''}
      @search=${this.#onSearch}
      @choose=${(event: CustomEvent<string>) =>
        found
          .flatMap(({ commands }) => commands)
          .find(({ id }) => id === event.detail)
          ?.run()}
      @close=${() => this.tell('close')}
    ></x-command-palette>`;
  }
}
