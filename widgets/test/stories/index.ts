import { stories as accountSettings } from './account-settings.stories.ts';
import { stories as analyticsOverview } from './analytics-overview.stories.ts';
import { stories as apiKeyList } from './api-key-list.stories.ts';
import { stories as app } from './app.stories.ts';
import { stories as auditLog } from './audit-log.stories.ts';
import { stories as brandEditor } from './brand-editor.stories.ts';
import { stories as campaignEditor } from './campaign-editor.stories.ts';
import { stories as campaignList } from './campaign-list.stories.ts';
import { stories as dealBoard } from './deal-board.stories.ts';
import { stories as dealForecast } from './deal-forecast.stories.ts';
import { stories as pipelineList } from './pipeline-list.stories.ts';
import { stories as companyList } from './company-list.stories.ts';
import { stories as domainList } from './domain-list.stories.ts';
import { stories as roleList } from './role-list.stories.ts';
import { stories as agencyOverview } from './agency-overview.stories.ts';
import { stories as snapshotList } from './snapshot-list.stories.ts';
import { stories as organizationTree } from './organization-tree.stories.ts';
import { stories as recordActivities } from './record-activities.stories.ts';
import { stories as recordFiles } from './record-files.stories.ts';
import { stories as recordNotes } from './record-notes.stories.ts';
import { stories as recordTasks } from './record-tasks.stories.ts';
import { stories as taskList } from './task-list.stories.ts';
import { stories as frame } from './frame.stories.ts';
import { stories as inbox } from './inbox.stories.ts';
import { stories as kitAvatar } from './kit-avatar.stories.ts';
import { stories as kitAvatarGroup } from './kit-avatar-group.stories.ts';
import { stories as kitBadge } from './kit-badge.stories.ts';
import { stories as kitBanner } from './kit-banner.stories.ts';
import { stories as kitBoard } from './kit-board.stories.ts';
import { stories as kitButton } from './kit-button.stories.ts';
import { stories as kitCard } from './kit-card.stories.ts';
import { stories as kitChart } from './kit-chart.stories.ts';
import { stories as kitCheckbox } from './kit-checkbox.stories.ts';
import { stories as kitChip } from './kit-chip.stories.ts';
import { stories as kitCodeField } from './kit-code-field.stories.ts';
import { stories as kitCombobox } from './kit-combobox.stories.ts';
import { stories as kitCommandPalette } from './kit-command-palette.stories.ts';
import { stories as kitDateField } from './kit-date-field.stories.ts';
import { stories as kitDateRangeField } from './kit-date-range-field.stories.ts';
import { stories as kitDialog } from './kit-dialog.stories.ts';
import { stories as kitDrawer } from './kit-drawer.stories.ts';
import { stories as kitEmpty } from './kit-empty.stories.ts';
import { stories as kitField } from './kit-field.stories.ts';
import { stories as kitFigure } from './kit-figure.stories.ts';
import { stories as kitFileDrop } from './kit-file-drop.stories.ts';
import { stories as kitFilterBar } from './kit-filter-bar.stories.ts';
import { stories as kitFunnel } from './kit-funnel.stories.ts';
import { stories as kitInput } from './kit-input.stories.ts';
import { stories as kitMenu } from './kit-menu.stories.ts';
import { stories as kitMergeInput } from './kit-merge-input.stories.ts';
import { stories as kitNumberField } from './kit-number-field.stories.ts';
import { stories as kitPagination } from './kit-pagination.stories.ts';
import { stories as kitPopover } from './kit-popover.stories.ts';
import { stories as kitProgress } from './kit-progress.stories.ts';
import { stories as kitRadioGroup } from './kit-radio-group.stories.ts';
import { stories as kitRichText } from './kit-rich-text.stories.ts';
import { stories as kitSearch } from './kit-search.stories.ts';
import { stories as kitSelect } from './kit-select.stories.ts';
import { stories as kitSkeleton } from './kit-skeleton.stories.ts';
import { stories as kitSparkline } from './kit-sparkline.stories.ts';
import { stories as kitStepper } from './kit-stepper.stories.ts';
import { stories as kitSwitch } from './kit-switch.stories.ts';
import { stories as kitTable } from './kit-table.stories.ts';
import { stories as kitTableMenu } from './kit-table-menu.stories.ts';
import { stories as kitTabs } from './kit-tabs.stories.ts';
import { stories as kitTagInput } from './kit-tag-input.stories.ts';
import { stories as kitTextArea } from './kit-text-area.stories.ts';
import { stories as kitTimeField } from './kit-time-field.stories.ts';
import { stories as kitToaster } from './kit-toaster.stories.ts';
import { stories as kitToggleGroup } from './kit-toggle-group.stories.ts';
import { stories as kitTooltip } from './kit-tooltip.stories.ts';
import { stories as kitTree } from './kit-tree.stories.ts';
import { stories as leadBoard } from './lead-board.stories.ts';
import { stories as leadPage } from './lead-page.stories.ts';
import { stories as leadTable } from './lead-table.stories.ts';
import { stories as mailboxList } from './mailbox-list.stories.ts';
import { stories as memberList } from './member-list.stories.ts';
import { stories as templateList } from './template-list.stories.ts';
import { stories as timeline } from './timeline.stories.ts';
import { stories as listList } from './list-list.stories.ts';
import { stories as tagList } from './tag-list.stories.ts';
import { stories as customFieldList } from './custom-field-list.stories.ts';
import { stories as searchPage } from './search-page.stories.ts';
import { stories as segmentList } from './segment-list.stories.ts';
import { stories as returnReport } from './return-report.stories.ts';
import { stories as costList } from './cost-list.stories.ts';
import { stories as teamList } from './team-list.stories.ts';
import type { Story } from './story.ts';

/** Every state of everything, by file; each file is added here in alphabetical order. */
export const stories: readonly Story[] = [
  ...accountSettings,
  ...analyticsOverview,
  ...app,
  ...brandEditor,
  ...campaignEditor,
  ...campaignList,
  ...companyList,
  ...dealBoard,
  ...dealForecast,
  ...pipelineList,
  ...domainList,
  ...roleList,
  ...searchPage,
  ...agencyOverview,
  ...snapshotList,
  ...organizationTree,
  ...frame,
  ...recordActivities,
  ...recordFiles,
  ...recordNotes,
  ...recordTasks,
  ...taskList,
  ...inbox,
  ...kitAvatar,
  ...kitAvatarGroup,
  ...kitBadge,
  ...kitBanner,
  ...kitBoard,
  ...kitButton,
  ...kitCard,
  ...kitChart,
  ...kitCheckbox,
  ...kitChip,
  ...kitCodeField,
  ...kitCombobox,
  ...kitCommandPalette,
  ...kitDateField,
  ...kitDateRangeField,
  ...kitDialog,
  ...kitDrawer,
  ...kitEmpty,
  ...kitField,
  ...kitFigure,
  ...kitFileDrop,
  ...kitFilterBar,
  ...kitFunnel,
  ...kitInput,
  ...kitMenu,
  ...kitMergeInput,
  ...kitNumberField,
  ...kitPagination,
  ...kitPopover,
  ...kitProgress,
  ...kitRadioGroup,
  ...kitRichText,
  ...kitSearch,
  ...kitSelect,
  ...kitSkeleton,
  ...kitSparkline,
  ...kitStepper,
  ...kitSwitch,
  ...kitTable,
  ...kitTableMenu,
  ...kitTabs,
  ...kitTagInput,
  ...kitTextArea,
  ...kitTimeField,
  ...kitToaster,
  ...kitToggleGroup,
  ...kitTooltip,
  ...kitTree,
  ...leadBoard,
  ...leadPage,
  ...leadTable,
  ...mailboxList,
  ...memberList,
  ...apiKeyList,
  ...auditLog,
  ...templateList,
  ...timeline,
  ...listList,
  ...tagList,
  ...customFieldList,
  ...segmentList,
  ...costList,
  ...returnReport,
  ...teamList,
];
