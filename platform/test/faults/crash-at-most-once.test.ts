import { killWorkersUnder } from './crash-under.ts';

killWorkersUnder('at_most_once');
