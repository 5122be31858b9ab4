import { apiMessages, ERROR_CODES, fillMessage, type ApiMessageKey, type ErrorCode } from '@renkei/app';
import type { ComponentChild, VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { Page } from '../views/page.js';
import { DATASETS } from './datasets.js';
import { ENDPOINTS } from './endpoints.js';
import { API_ROOT } from './links.js';
import type { ParameterName } from './parameters.js';
import { documentedPath, fillPath } from './route-path.js';

interface ApiPageProps {
  readonly page: Page;
  /** 例に使う実際の値。公開した圏域がなければ null */
  readonly example: Readonly<Record<string, string>> | null;
}

/** API が返し得る誤り。type の番地（/api#…）の行き先になる。 */
const CODES = ['request.invalid', 'request.not-found', 'request.method-not-allowed', 'fault.database', 'fault.unexpected'] as const satisfies readonly ErrorCode[];
const RULES = ['api.rule-stable', 'api.rule-cache', 'api.rule-cors', 'api.rule-csv', 'api.rule-text'] as const;

/** 人のための API の説明。番地も表も誤りも、動いている定義そのものから作る。 */
export function ApiPage({ page, example }: ApiPageProps): VNode {
  const say = (key: ApiMessageKey, data?: Readonly<Record<string, string | number>>): string => fillMessage(apiMessages[key], page.lang, data);
  return (
    <Layout page={page} title={say('api.title')} description={say('api.lead')} breadcrumb={[{ label: say('api.title') }]}>
      <h1>{say('api.title')}</h1>
      <p class="renkei-lead">{say('api.lead')}</p>
      <p><a href={`${API_ROOT}/openapi.json`}>{say('api.reference')}</a></p>
      {example === null ? <p>{say('api.no-example')}</p> : null}

      <h2 id="endpoints">{say('api.endpoints')}</h2>
      <Table label={say('api.endpoints')} head={[say('api.endpoint'), say('api.returns'), say('api.parameters')]}>
        {ENDPOINTS.map((endpoint) => (
          <tr>
            <th scope="row">
              <code>{API_ROOT + documentedPath(endpoint.path)}</code>
              <Example say={say} address={addressOf(endpoint.path, endpoint.query, example)} />
            </th>
            <td>{endpoint.summary[page.lang]}</td>
            <td><Parameters names={Object.keys({ ...endpoint.params, ...endpoint.query })} say={say} /></td>
          </tr>
        ))}
      </Table>

      <h2 id="tables">{say('api.tables')}</h2>
      <Table label={say('api.tables')} head={[say('api.table'), say('api.row'), say('api.endpoint')]}>
        {DATASETS.map((dataset) => (
          <tr>
            <th scope="row">{dataset.title[page.lang]}</th>
            <td>{dataset.grain[page.lang]}</td>
            <td>
              <code>{`${API_ROOT}${dataset.path}.csv`}</code>
              {example ? (
                <>
                  {' '}<a href={`${API_ROOT}${fillPath(dataset.path, example)}.csv`} aria-label={`${dataset.title[page.lang]} CSV`}>CSV</a>
                  {' · '}<a href={`${API_ROOT}${fillPath(dataset.path, example)}.schema.json`} aria-label={`${dataset.title[page.lang]}: ${say('api.columns')}`}>{say('api.columns')}</a>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
      <p>{say('api.downloads')}</p>

      <h2 id="rules">{say('api.rules')}</h2>
      <ul class="renkei-list">{RULES.map((key) => <li>{say(key)}</li>)}</ul>

      <h2 id="errors">{say('api.errors')}</h2>
      <p>{say('api.errors-lead')}</p>
      <Table label={say('api.errors')} head={[say('api.code'), say('api.status'), say('api.meaning-of-code')]}>
        {CODES.map((code) => (
          <tr id={code}>
            <th scope="row"><code>{code}</code></th>
            <td>{ERROR_CODES[code].status}</td>
            <td>{ERROR_CODES[code].title[page.lang]}</td>
          </tr>
        ))}
      </Table>
    </Layout>
  );
}

function Table({ label, head, children }: { readonly label: string; readonly head: readonly string[]; readonly children: ComponentChild }): VNode {
  return (
    <div class="dads-table" role="region" aria-label={label} tabIndex={0}>
      <table class="dads-table__table">
        <thead><tr>{head.map((text) => <th scope="col">{text}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type Say = (key: ApiMessageKey) => string;

function Parameters({ names, say }: { readonly names: readonly string[]; readonly say: Say }): VNode | null {
  if (names.length === 0) return null;
  return <ul class="renkei-list">{names.map((name) => <li><code>{name}</code>: {say(`api.parameter-${name as ParameterName}`)}</li>)}</ul>;
}

function Example({ address, say }: { readonly address: string | null; readonly say: Say }): VNode | null {
  if (address === null) return null;
  return <div>{say('api.try')}: <a href={address}>{decodeURI(address)}</a></div>;
}

/** 実際に開ける例の番地。必須の問い合わせ（検索の語）があればそれも付ける。 */
function addressOf(path: string, query: Readonly<Record<string, unknown>>, example: Readonly<Record<string, string>> | null): string | null {
  if (example === null) return null;
  const q = 'q' in query ? `?${new URLSearchParams({ q: example.q ?? '' })}` : '';
  return `${API_ROOT}${fillPath(path, example)}${q}`;
}
