/** Said of a score in which a blank was filled in by the measure's rule, wherever it is shown. */
export const FILLED_IN_WORDS = 'a blank filled in by rule';
