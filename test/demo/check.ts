/** Something that the demo promised to show did not happen. */
export class NotVerified extends Error {}

/** What a run of the demo says and keeps. */
export interface Report {
  /** Names what begins now. */
  readonly step: (title: string) => void;
  /** A fact that was looked at and found true. Throws {@link NotVerified} when it is not. */
  readonly verify: (fact: string, holds: boolean) => void;
  /** Text that a person may want to read, such as what landed in a note. */
  readonly quote: (title: string, text: string) => void;
  /** Where a screenshot of this name goes. */
  readonly picture: (name: string) => string;
}

/** A report that is printed, with its screenshots in a folder. */
export function printedReport(folder: string, say: (line: string) => void): Report {
  let steps = 0;
  return {
    step(title) {
      steps += 1;
      say(`\n${steps}. ${title}`);
    },
    verify(fact, holds) {
      if (!holds) throw new NotVerified(fact);
      say(`   ok  ${fact}`);
    },
    quote(title, text) {
      say(`   ${title}:`);
      for (const line of text.split('\n')) say(`   > ${line}`);
    },
    picture: (name) => `${folder}/${name}.png`,
  };
}
