import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { ownForm, ownFormVersion, staff } from './schema.ts';

/** One version of a form with who made it. */
export interface MadeForm {
  readonly form: CustomForm;
  /** Display name. */
  readonly by: string;
  readonly at: Instant;
}

/** A form as it stands: its newest version, and whether it is in use. */
export interface StandingForm extends MadeForm {
  /** Null while it can be sent. */
  readonly retired: { readonly by: string; readonly at: Instant } | null;
}

const retirer = alias(staff, 'retirer');

/** The forms that the practice put together. */
export class OwnFormRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every form in its newest version; those made last come first. */
  async list(): Promise<readonly StandingForm[]> {
    return (await this.#standing()).toSorted((one, other) =>
      one.form.formId < other.form.formId ? 1 : -1,
    );
  }

  /** One form in its newest version; null when the practice has none of this id. */
  async find(formId: FormId): Promise<StandingForm | null> {
    const [found] = await this.#standing(formId);
    return found ?? null;
  }

  /** Every version of a form, newest first. */
  async versions(formId: FormId): Promise<readonly MadeForm[]> {
    return this.#care.db
      .select({ form: ownFormVersion.form, by: staff.displayName, at: ownFormVersion.madeAt })
      .from(ownFormVersion)
      .innerJoin(staff, this.#isStaff(staff, ownFormVersion.madeBy))
      .where(this.#ofForm(formId))
      .orderBy(desc(ownFormVersion.version));
  }

  /** One version; null when there is none. */
  async version(formId: FormId, version: number): Promise<CustomForm | null> {
    const [row] = await this.#care.db
      .select({ form: ownFormVersion.form })
      .from(ownFormVersion)
      .where(and(this.#ofForm(formId), eq(ownFormVersion.version, version)));
    return row?.form ?? null;
  }

  /**
   * Holds a form until the transaction ends, making its row if it is not there, so that of two who
   * save at once the second sees what the first has saved.
   */
  async hold(formId: FormId): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(ownForm)
      .values({ practiceId, formId, createdAt: now })
      .onConflictDoNothing();
    await this.#care.db
      .select({ formId: ownForm.formId })
      .from(ownForm)
      .where(and(eq(ownForm.practiceId, practiceId), eq(ownForm.formId, formId)))
      .for('update');
  }

  /** Adds a version. Call while holding the form. */
  async add(form: CustomForm, madeBy: StaffId): Promise<void> {
    const { formId, version } = form;
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(ownFormVersion)
      .values({ practiceId, formId, version, form, madeBy, madeAt: now });
  }

  /** Takes a form out of use, or back into use with null. */
  async retire(formId: FormId, retiredBy: StaffId | null): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .update(ownForm)
      .set({ retiredBy, retiredAt: retiredBy === null ? null : now })
      .where(and(eq(ownForm.practiceId, practiceId), eq(ownForm.formId, formId)));
  }

  async #standing(formId?: FormId): Promise<StandingForm[]> {
    const { practiceId } = this.#care.scope;
    const rows = await this.#care.db
      .selectDistinctOn([ownFormVersion.formId], {
        form: ownFormVersion.form,
        by: staff.displayName,
        at: ownFormVersion.madeAt,
        retiredBy: retirer.displayName,
        retiredAt: ownForm.retiredAt,
      })
      .from(ownFormVersion)
      .innerJoin(
        ownForm,
        and(eq(ownForm.practiceId, practiceId), eq(ownForm.formId, ownFormVersion.formId)),
      )
      .innerJoin(staff, this.#isStaff(staff, ownFormVersion.madeBy))
      .leftJoin(retirer, this.#isStaff(retirer, ownForm.retiredBy))
      .where(
        formId === undefined ? eq(ownFormVersion.practiceId, practiceId) : this.#ofForm(formId),
      )
      .orderBy(desc(ownFormVersion.formId), desc(ownFormVersion.version));
    return rows.map(({ retiredBy, retiredAt, ...made }) => ({
      ...made,
      retired: retiredBy === null || retiredAt === null ? null : { by: retiredBy, at: retiredAt },
    }));
  }

  #ofForm(formId: FormId) {
    return and(
      eq(ownFormVersion.practiceId, this.#care.scope.practiceId),
      eq(ownFormVersion.formId, formId),
    );
  }

  #isStaff(
    who: typeof staff | typeof retirer,
    column: typeof ownFormVersion.madeBy | typeof ownForm.retiredBy,
  ) {
    return and(eq(who.practiceId, this.#care.scope.practiceId), eq(who.staffId, column));
  }
}
