import { killWorkersUnder } from './crash-under.ts';

killWorkersUnder('at_least_once');
