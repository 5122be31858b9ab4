import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { Text } from './text.js';

/** 算式。 */
export function ArithFormula(props: ConstructProps): VNode {
  return (
    <div class="doc-formula" role="group" aria-label={props.view.say('document.formula')}>
      <Text {...props} />
    </div>
  );
}
