import type { AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { LABEL_SIZE, NODE_RADIUS, layoutNet, type PlacedNode } from '../../portal/net-layout.js';
import { netOf } from '../../portal/net-of.js';
import { municipalityName } from '../municipality-name.js';
import type { Page } from '../page.js';

/** 市町と協約の網。中心市は四角、連携市町は丸。登録された協約の当事者は塗り、ほかは白抜き。 */
export function NetPicture({ page, area }: { readonly page: Page; readonly area: AreaView }): VNode | null {
  if (area.municipalities.length === 0) return null;
  const net = netOf(area);
  const layout = layoutNet(area.municipalities.map((m) => ({ id: m.code, label: municipalityName(m, page.lang), ...m.cityHall })), net.edges);
  const at = new Map(layout.nodes.map((n) => [n.id, n]));
  const cores = new Set(area.municipalities.filter((m) => m.role === '連携中枢都市').map((m) => m.code));
  return (
    <figure class="renkei-net">
      <svg class="renkei-net__picture" viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-labelledby="net-title net-desc" font-size={LABEL_SIZE}>
        <title id="net-title">{page.say('net.title')}</title>
        <desc id="net-desc">{page.say('net.description', { municipalities: area.municipalities.length, edges: net.edges.length })}</desc>
        {net.edges.map(({ from, to }) => {
          const [a, b] = [at.get(from)!, at.get(to)!];
          return <line class="renkei-net__edge" data-core={cores.has(from) && cores.has(to) ? 'true' : undefined} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
        })}
        {layout.nodes.map((node) => (
          <g class="renkei-net__node" data-linked={net.linked.has(node.id) ? 'true' : undefined}>
            <Mark node={node} core={cores.has(node.id)} />
            <text x={node.box.x + node.box.width / 2} textAnchor="middle" y={node.box.y + node.box.height * 0.76} data-core={cores.has(node.id) ? 'true' : undefined}>{node.label}</text>
          </g>
        ))}
      </svg>
      <figcaption class="renkei-net__legend">
        <ul>
          <li><Sign core linked />{page.say('net.core')}</li>
          <li><Sign linked />{page.say('net.partner')}</li>
          <li><Sign />{page.say('net.unlinked')}</li>
          <li><svg class="renkei-net__sign" viewBox="0 0 20 20" aria-hidden="true"><line class="renkei-net__edge" data-core="true" x1="0" y1="10" x2="20" y2="10" /></svg>{page.say('net.edge')}</li>
        </ul>
      </figcaption>
    </figure>
  );
}

function Mark({ node: { x, y }, core }: { readonly node: Pick<PlacedNode, 'x' | 'y'>; readonly core: boolean }): VNode {
  return core ? <rect x={x - NODE_RADIUS} y={y - NODE_RADIUS} width={NODE_RADIUS * 2} height={NODE_RADIUS * 2} /> : <circle cx={x} cy={y} r={NODE_RADIUS - 1} />;
}

function Sign({ core = false, linked = false }: { readonly core?: boolean; readonly linked?: boolean }): VNode {
  return (
    <svg class="renkei-net__sign" viewBox="0 0 20 20" aria-hidden="true">
      <g class="renkei-net__node" data-linked={linked ? 'true' : undefined}><Mark node={{ x: 10, y: 10 }} core={core} /></g>
    </svg>
  );
}
