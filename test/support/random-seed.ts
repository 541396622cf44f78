import { configureGlobal } from 'fast-check';
import { inject } from 'vitest';

// One seed a run, printed at its start: a failure can be played again, and the gate judges the
// change rather than the day's luck. `THROUGHLINE_SEED=random` looks further.
configureGlobal({ seed: inject('seed') });
