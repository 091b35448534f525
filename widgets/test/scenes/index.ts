import { scenes as analyticsOverview } from './analytics-overview.scenes.ts';
import { scenes as app } from './app.scenes.ts';
import { scenes as campaignEditor } from './campaign-editor.scenes.ts';
import { scenes as campaignList } from './campaign-list.scenes.ts';
import { scenes as frame } from './frame.scenes.ts';
import { scenes as inbox } from './inbox.scenes.ts';
import { scenes as kitAvatar } from './kit-avatar.scenes.ts';
import { scenes as kitAvatarGroup } from './kit-avatar-group.scenes.ts';
import { scenes as kitBadge } from './kit-badge.scenes.ts';
import { scenes as kitBanner } from './kit-banner.scenes.ts';
import { scenes as kitBoard } from './kit-board.scenes.ts';
import { scenes as kitButton } from './kit-button.scenes.ts';
import { scenes as kitCard } from './kit-card.scenes.ts';
import { scenes as kitChart } from './kit-chart.scenes.ts';
import { scenes as kitCheckbox } from './kit-checkbox.scenes.ts';
import { scenes as kitChip } from './kit-chip.scenes.ts';
import { scenes as kitCodeField } from './kit-code-field.scenes.ts';
import { scenes as kitCombobox } from './kit-combobox.scenes.ts';
import { scenes as kitCommandPalette } from './kit-command-palette.scenes.ts';
import { scenes as kitDateField } from './kit-date-field.scenes.ts';
import { scenes as kitDateRangeField } from './kit-date-range-field.scenes.ts';
import { scenes as kitDialog } from './kit-dialog.scenes.ts';
import { scenes as kitDrawer } from './kit-drawer.scenes.ts';
import { scenes as kitEmpty } from './kit-empty.scenes.ts';
import { scenes as kitField } from './kit-field.scenes.ts';
import { scenes as kitFigure } from './kit-figure.scenes.ts';
import { scenes as kitFileDrop } from './kit-file-drop.scenes.ts';
import { scenes as kitFilterBar } from './kit-filter-bar.scenes.ts';
import { scenes as kitFunnel } from './kit-funnel.scenes.ts';
import { scenes as kitInput } from './kit-input.scenes.ts';
import { scenes as kitMenu } from './kit-menu.scenes.ts';
import { scenes as kitNumberField } from './kit-number-field.scenes.ts';
import { scenes as kitPagination } from './kit-pagination.scenes.ts';
import { scenes as kitPopover } from './kit-popover.scenes.ts';
import { scenes as kitProgress } from './kit-progress.scenes.ts';
import { scenes as kitRadioGroup } from './kit-radio-group.scenes.ts';
import { scenes as kitRichText } from './kit-rich-text.scenes.ts';
import { scenes as kitSearch } from './kit-search.scenes.ts';
import { scenes as kitSelect } from './kit-select.scenes.ts';
import { scenes as kitSkeleton } from './kit-skeleton.scenes.ts';
import { scenes as kitSparkline } from './kit-sparkline.scenes.ts';
import { scenes as kitStepper } from './kit-stepper.scenes.ts';
import { scenes as kitSwitch } from './kit-switch.scenes.ts';
import { scenes as kitTable } from './kit-table.scenes.ts';
import { scenes as kitTableMenu } from './kit-table-menu.scenes.ts';
import { scenes as kitTabs } from './kit-tabs.scenes.ts';
import { scenes as kitTagInput } from './kit-tag-input.scenes.ts';
import { scenes as kitTextArea } from './kit-text-area.scenes.ts';
import { scenes as kitTimeField } from './kit-time-field.scenes.ts';
import { scenes as kitToaster } from './kit-toaster.scenes.ts';
import { scenes as kitToggleGroup } from './kit-toggle-group.scenes.ts';
import { scenes as kitTooltip } from './kit-tooltip.scenes.ts';
import { scenes as leadBoard } from './lead-board.scenes.ts';
import { scenes as leadTable } from './lead-table.scenes.ts';
import { scenes as mailboxList } from './mailbox-list.scenes.ts';
import { scenes as templateList } from './template-list.scenes.ts';
import { scenes as timeline } from './timeline.scenes.ts';
import type { Scene } from './scene.ts';

/** Every state of everything, by file; each file is added here in alphabetical order. */
export const scenes: readonly Scene[] = [
  ...analyticsOverview,
  ...app,
  ...campaignEditor,
  ...campaignList,
  ...frame,
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
  ...leadBoard,
  ...leadTable,
  ...mailboxList,
  ...templateList,
  ...timeline,
];
