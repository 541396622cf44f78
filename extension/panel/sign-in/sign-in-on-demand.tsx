import type { PanelActions } from '../actions.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';

const loadSignIn = () => import('./sign-in.tsx');

/** A browser is paired once; on every other visit the file for it is not wanted. */
export function SignInOnDemand({ actions }: { readonly actions: PanelActions }) {
  const part = usePart(true, loadSignIn);
  return <PartView part={part}>{({ SignIn }) => <SignIn actions={actions} />}</PartView>;
}
