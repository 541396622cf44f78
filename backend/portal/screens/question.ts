import { html } from 'hono/html';
import type { OpenMeasure } from '#backend/care/client-care.ts';
import type { Item } from '#shared/contracts/items.ts';
import { choicesOf, stemOf } from '#shared/instruments/choices.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { isPositiveChoice, supportIsDue } from '../steps.ts';
import { supportAfterAnswer, supportInReserve } from '../support.ts';
import { cameFrom, progress, stepsAround } from './around.ts';
import { choice, skip, skipAndSayWhy } from './choice.ts';
import { inEnglishOnly } from './measure-language.ts';

/** A question of more letters than this is set smaller, so that the choices stay in sight. */
const LONG_TEXT = 90;

/** What a question's screen depends on. */
export interface QuestionScreen {
  readonly reader: Reader;
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  readonly checkIn: OpenMeasure;
  readonly item: Item;
  /** True when the client came from the review and returns there. */
  readonly toReview: boolean;
}

/**
 * One question with its choices. Each choice is a button that saves and moves on, so that one tap
 * is enough without a script, and nothing happens by merely moving through the choices.
 */
export function question({ reader, base, checkIn, item, toReview }: QuestionScreen): Markup {
  const { instrument, answers } = checkIn;
  const place = { reader, base, checkIn, number: item.number, toReview };
  const given = answers.get(item.number);
  const stem = stemOf(instrument, item);
  const printed = choicesOf(instrument, item);
  const choices = printed.map(({ value, label }, index) => ({
    value,
    label,
    pole: poleAt(item, index, printed.length),
    chosen: value === given,
    positive: isPositiveChoice(instrument, item, value),
  }));
  const supportStands = supportIsDue(checkIn, item.number);
  const inReserve = !supportStands && choices.some(({ positive }) => positive);
  return html`${progress(place)}
    ${supportStands ? supportAfterAnswer(reader, { more: true }) : ''}
    ${inReserve ? supportInReserve(reader) : ''}
    ${inEnglishOnly(reader, checkIn)}
    <div class="question" lang="en">
      ${stem === '' ? '' : html`<p class="soft">${stem}</p>`}
      ${asked(item.text)}
    </div>
    <form method="post" action="${base}/q/${item.number}" data-step="save" data-answer class="choices">
      ${cameFrom(place)}
      <div class="choices" role="group" aria-labelledby="heading" lang="en">
        ${choices.map((one) => choice(reader, one))}
      </div>
      ${skip(reader, given)} ${skipAndSayWhy(reader)}
    </form>
    ${stepsAround(place)}`;
}

/** The words of a question. */
export function asked(text: string): Markup {
  const size = text.length > LONG_TEXT ? 'long' : '';
  return html`<h1 id="heading" tabindex="-1" class="${size}">${text}</h1>`;
}

/** The pole that the form prints beside the first and the last of its numbers. */
function poleAt({ anchors }: Item, place: number, count: number): string | null {
  if (anchors === undefined) return null;
  if (place === 0) return anchors[0];
  return place === count - 1 ? anchors[1] : null;
}
