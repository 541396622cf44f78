import { Joined } from '../../ui/joined.tsx';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { choiceInWords } from './choice-words.ts';
import type { UpdateChoicesProps } from './choices-props.ts';

const loadChoices = () => import('./all-choices.tsx');

/** The present choice in a line, and what else can be chosen on demand. */
export function UpdateChoices(props: UpdateChoicesProps) {
  const { request, today } = props;
  return (
    <div class="on-demand asked">
      <p class="soft">
        {request === null ? (
          'As of a day that is still to be named'
        ) : (
          <Joined parts={choiceInWords(request, today)} />
        )}
      </p>
      <DisclosureOnDemand summary="Change" load={loadChoices}>
        {({ AllChoices }) => <AllChoices {...props} />}
      </DisclosureOnDemand>
    </div>
  );
}
