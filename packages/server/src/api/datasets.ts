import { agreements } from './datasets/agreements.js';
import type { AnyDataset } from './datasets/dataset.js';
import { findings } from './datasets/findings.js';
import { initiatives } from './datasets/initiatives.js';
import { municipalities } from './datasets/municipalities.js';
import { population } from './datasets/population.js';
import { provisions } from './datasets/provisions.js';

/** CSV で配る表のすべて。行の型は表ごとに違うので、並べるときは隠す。 */
export const DATASETS = [agreements, initiatives, municipalities, population, provisions, findings] as readonly unknown[] as readonly AnyDataset[];
