import { html } from 'hono/html';
import { fileName } from '#backend/deploy/policy/file.ts';
import { EVERY_PLATFORM, PLATFORMS, type Platform } from '#backend/deploy/policy/platforms.ts';
import type { Markup } from '../../pages/page.ts';
import { breakable } from './breakable.ts';
import { PLATFORM_WORDS } from './platform-words.ts';

/** A button for every file, by platform, with what to do with it. */
export function filesSection(): Markup {
  return html`<section class="group fields" aria-labelledby="files">
    <h2 id="files" tabindex="-1">Files</h2>
    <p class="small soft">
      Each is made from what stands above. Try it on one machine first: our own tests try Linux’s file in
      a browser, and hold the others against it key by key. More is in the guide for admins
      (backend/deploy/ADMIN.md), under “3. The policy”; what people then see, under “4. What a clinician
      sees”.
    </p>
    ${EVERY_PLATFORM.map(platformFiles)}
  </section>`;
}

function platformFiles(platform: Platform): Markup {
  const { title, use } = PLATFORM_WORDS[platform];
  return html`<article class="rule">
    <h3>${title}</h3>
    <p class="small">${breakable(use)}</p>
    <div class="row">
      ${PLATFORMS[platform].map(
        (file) =>
          html`<button name="do" value="${fileName(file)}"><span>Download ${breakable(fileName(file))}</span></button>`,
      )}
    </div>
  </article>`;
}
