import type { NodeId } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import type { Initiative, PolicyField, Role } from './agreement-reading.js';

/** 取組の置かれた区分。 */
export interface FieldScope {
  /** path の成分。外側から（['別表第2', '3(1)']） */
  readonly segments: readonly string[];
  readonly field: PolicyField | null;
  /** 次の区分の標目を最後の成分に直につなぐか（別表の 3 と (1) は「3(1)」） */
  readonly joins: boolean;
}

export const OUTSIDE: FieldScope = { segments: [], field: null, joins: false };

export function enterField(scope: FieldScope, section: { label: string; heading: string; node: NodeId }, joins: boolean): FieldScope {
  const { label, heading, node } = section;
  const segment = label === '' ? heading.replace(/\s/g, '') : label;
  const segments = scope.joins && joins ? [...scope.segments.slice(0, -1), `${scope.segments.at(-1) ?? ''}${segment}`] : [...scope.segments, segment];
  const parent = scope.field === null ? null : { label: scope.field.label, heading: scope.field.heading };
  return { segments, field: { path: segments.join('/'), label, heading, parent, node }, joins };
}

export interface NewInitiative {
  readonly scope: FieldScope;
  readonly label: string;
  readonly name: string;
  readonly content: string;
  readonly contentInferred: boolean;
  readonly roles: readonly Role[];
  readonly article: Initiative['article'];
  readonly node: NodeId;
}

/** 読み取った政策分野と取組をためる所。 */
export class InitiativeCollector {
  readonly initiatives: Initiative[] = [];
  readonly findings: Finding[] = [];
  readonly #fields = new Map<string, PolicyField>();

  get policyFields(): PolicyField[] {
    return [...this.#fields.values()];
  }

  /** 取組の表が置かれた区分。取組が一つも読めなくても政策分野としては残る。 */
  touch(scope: FieldScope): void {
    if (scope.field && !this.#fields.has(scope.field.path)) this.#fields.set(scope.field.path, scope.field);
  }

  add({ scope, label, name, content, contentInferred, roles, article, node }: NewInitiative): Initiative {
    this.touch(scope);
    const initiative: Initiative = {
      path: pathIn(scope, label, name),
      label,
      name,
      content,
      ...(contentInferred ? { contentInferred: true as const } : {}),
      roles,
      field: scope.field?.path ?? null,
      article,
      node,
    };
    this.initiatives.push(initiative);
    return initiative;
  }
}

/** 標目の無い取組は名を path の成分にする。「/」は成分の区切りなので全角にする。 */
export function pathIn(scope: FieldScope, label: string, name: string): string {
  const own = label === '' ? name.replace(/\s/g, '').replace(/\//g, '／').slice(0, 40) : label;
  return [...scope.segments, own].join('/');
}
