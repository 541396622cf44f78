import * as fc from 'fast-check';

// The same cases in every run, so that a mutant is not killed by luck; and no search for the
// smallest counterexample, since nobody reads it.
fc.configureGlobal({ seed: 20_260_105, endOnFailure: true });
