/** What an admin types to state a measure of which totals are entered by hand. */
export const BAI = {
  id: '',
  edition: '0',
  name: 'BAI',
  direction: 'higherWorse',
  min: '0',
  max: '63',
  bands: '0 to 7: minimal\n8 to 15: mild\n16 to 25: moderate\n26 to 63: severe',
  bandsSource: 'manual of the publisher, 1993',
} as const;

/** What somebody types to save a phrase. */
export const A_PHRASE = {
  phrase: '',
  name: 'Summary',
  text: '{measure} was {score} on {date}.',
  per: 'measure',
  language: 'en',
  section: 'whole',
  narrative: 'on',
  do: 'save',
} as const;
