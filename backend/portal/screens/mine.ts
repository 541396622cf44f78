import { html } from 'hono/html';
import type { OwnPage } from '#backend/care/client-page/page-care.ts';
import { TOPIC_WORDS } from '#shared/contracts/client-page.ts';
import type { Goal } from '#shared/contracts/goal.ts';
import type { Markup } from '../../pages/page.ts';
import { sharingLink } from '../consent/screen.ts';
import { dayFor, type Reader } from '../reader.ts';
import { progress } from './progress.ts';

/** What the client's own page is made of. */
export interface MineScreen {
  readonly reader: Reader;
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  readonly own: OwnPage;
  /** Id that the next topic gets: sent twice, it is kept once. */
  readonly topicId: string;
  /** Words that were not kept; they stay in the field. */
  readonly refused?: string;
}

/** What a client sees and does after answering: words for the session, goals, progress, history. */
export function mine(screen: MineScreen): Markup {
  const { reader, base, own } = screen;
  const words = reader.say.mine;
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    <p>${openedOn(reader, own)}</p>
    <section class="group">
      <h2>${words.talk}</h2>
      ${topics(screen)}
    </section>
    ${own.goals.length === 0 ? '' : goals(screen)}
    <section class="group">
      <h2>${words.progress}</h2>
      ${progress(reader, own)} ${showAs(screen)}
    </section>
    <section class="group">
      <h2>${words.history}</h2>
      ${history(reader, own)}
    </section>
    <nav class="steps" aria-label="${words.heading}">
      <a href="${base}/done" data-step>${words.backToThanks}</a>
      <a href="${base}/mine/copy" data-step>${words.copy}</a>
      ${own.inCouple ? sharingLink(reader, base) : ''}
    </nav>`;
}

/** The same to print or keep: nothing to press, and the day it was made. */
export function takeHome({
  reader,
  base,
  own,
}: Pick<MineScreen, 'reader' | 'base' | 'own'>): Markup {
  const words = reader.say.mine;
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    <p class="soft">${dayFor(reader, own.today, { year: true })}</p>
    <p class="note">${words.copyHow}</p>
    ${
      own.topics.length === 0
        ? ''
        : html`<section class="group">
            <h2>${words.talk}</h2>
            <ul class="plain">
              ${own.topics.map((topic) => html`<li><bdi>“${topic.words}”</bdi></li>`)}
            </ul>
          </section>`
    }
    ${
      own.goals.length === 0
        ? ''
        : html`<section class="group">
            <h2>${words.goals}</h2>
            <ul class="plain">
              ${own.goals.map((goal) => html`<li><bdi>“${goal.words}”</bdi> ${lastRating(reader, goal)}</li>`)}
            </ul>
          </section>`
    }
    <section class="group">
      <h2>${words.progress}</h2>
      ${progress(reader, own)}
    </section>
    <section class="group">
      <h2>${words.history}</h2>
      ${history(reader, own)}
    </section>
    <nav class="steps" aria-label="${words.heading}">
      <a href="${base}/mine" data-step>${words.backToThanks}</a>
    </nav>`;
}

function openedOn(reader: Reader, { lastOpenedOn }: OwnPage): string {
  const words = reader.say.mine;
  return lastOpenedOn === null
    ? words.neverOpened
    : words.opened(dayFor(reader, lastOpenedOn, { year: true }));
}

function topics({ reader, base, own, topicId, refused }: MineScreen): Markup {
  const words = reader.say.mine;
  return html`${own.topics.map(
    (topic) => html`<form method="post" action="${base}/mine/take-back" data-step class="said">
        <input type="hidden" name="topic" value="${topic.topicId}" />
        <bdi>“${topic.words}”</bdi>
        <button class="quiet">
          ${words.takeBack}<span class="hidden"> ${words.takeBackWhat(topic.words)}</span>
        </button>
      </form>`,
  )}
    ${refused === undefined ? '' : html`<p class="note refused" role="alert">${words.notKept}</p>`}
    <form method="post" action="${base}/mine/say" data-step="save" class="fields">
      <input type="hidden" name="topic" value="${topicId}" />
      <div class="field">
        <label for="words">${words.talkField}</label>
        <textarea id="words" name="words" rows="3" maxlength="${TOPIC_WORDS}" required aria-describedby="talk-why talk-read" ${refused === undefined ? '' : html`aria-invalid="true"`}>
${refused ?? ''}</textarea
        >
        <p class="small soft" id="talk-why">${words.talkWhy}</p>
        <p class="small soft" id="talk-read">${reader.say.wordsAreRead}</p>
      </div>
      <button class="main">${words.keep}</button>
    </form>`;
}

function goals({ reader, base, own }: MineScreen): Markup {
  const words = reader.say.mine;
  return html`<section class="group">
    <h2>${words.goals}</h2>
    ${own.goals.map(
      (goal) => html`<form method="post" action="${base}/mine/rate" data-step class="fields">
        <input type="hidden" name="goal" value="${goal.goalId}" />
        <h3 id="goal-${goal.goalId}"><bdi>“${goal.words}”</bdi></h3>
        <p>${lastRating(reader, goal)}</p>
        <div role="group" aria-labelledby="goal-${goal.goalId}" class="scale">
          <p>${words.howNow}</p>
          ${scale(reader, goal)}
        </div>
      </form>`,
    )}
  </section>`;
}

function scale({ say }: Reader, { scale: of }: Goal): Markup {
  if (of.kind === 'attainment') {
    return html`${of.levels.map(
      (level, index) => html`<button name="value" value="${index - 2}">${level}</button>`,
    )}`;
  }
  return html`<p class="poles" aria-hidden="true">
      <span>${say.mine.farthest}</span><span>${say.mine.nearest}</span>
    </p>
    <div class="points">
      ${Array.from({ length: 11 }, (_, value) => html`<button name="value" value="${value}">${value}</button>`)}
    </div>`;
}

function lastRating(reader: Reader, { scale: of, ratings }: Goal): string {
  const words = reader.say.mine;
  const last = ratings.findLast(({ by }) => by === 'client');
  if (last === undefined) return words.goalNotRated;
  const value =
    of.kind === 'attainment' ? `“${of.levels[last.value + 2] ?? ''}”` : words.goalOfTen(last.value);
  return words.goalRated(value, dayFor(reader, last.on, { year: true }));
}

function showAs({ reader, base, own }: MineScreen): Markup {
  const other = own.progressAs === 'words' ? 'chart' : 'words';
  const { asWords, asChart } = reader.say.mine;
  return html`<form method="post" action="${base}/mine/show" data-step>
    <button class="quiet" name="as" value="${other}">${other === 'words' ? asWords : asChart}</button>
  </form>`;
}

function history(reader: Reader, { history: forms }: OwnPage): Markup {
  const { seen, notSeen, noHistory } = reader.say.mine;
  if (forms.length === 0) return html`<p class="soft">${noHistory}</p>`;
  return html`<ul class="entries">
    ${forms.map(
      ({ kind, name, on, opened }) => html`<li>
        <span>${dayFor(reader, on, { year: true })}:
          ${kind === 'form' ? html`<bdi>“${name}”</bdi>` : html`<span lang="en">${name}</span>`}</span
        >
        <span class="small soft">${opened ? seen : notSeen}</span>
      </li>`,
    )}
  </ul>`;
}
