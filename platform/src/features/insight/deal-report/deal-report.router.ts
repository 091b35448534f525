import {
  dealForecastInput,
  dealForecastOutput,
  dealOutcomesInput,
  dealOutcomesOutput,
  dealStagesInput,
  dealStagesOutput,
} from '@tabard/contract/insight/deal-report';
import { router, workspaceQuery } from '#kernel';
import { readForecast } from './read-forecast.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readStages } from './read-stages.ts';

const permission = 'deal.read';

export const dealReportRouter = router({
  /** What deals are expected to bring by month of their expected close, and what was won, by owner and currency. */
  forecast: workspaceQuery({
    permission,
    input: dealForecastInput,
    output: dealForecastOutput,
    handler: readForecast,
  }),
  /** How many deals were won and lost within some days, by reason, owner, source or pipeline. */
  outcomes: workspaceQuery({
    permission,
    input: dealOutcomesInput,
    output: dealOutcomesOutput,
    handler: readOutcomes,
  }),
  /** How deals left the stages of a pipeline within some days: forward, back or lost, and after how long. */
  stages: workspaceQuery({ permission, input: dealStagesInput, output: dealStagesOutput, handler: readStages }),
});
