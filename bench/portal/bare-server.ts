import { createServer } from 'node:http';

/**
 * 物差し。受け取った応答（見出しと中身）をそのまま返すだけの node:http。
 * 同じ機械・同じ Node・同じバイト列で、これより速くは返せない。
 * 使い方: 標準入力に {"headers": {...}, "body": "base64"} を渡すと、待ち受けた番号を出す。
 */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { headers, body } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { headers: Record<string, string>; body: string };
const bytes = Buffer.from(body, 'base64');
const server = createServer((_request, response) => {
  response.writeHead(200, { ...headers, 'Content-Length': bytes.byteLength });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(address.port);
});
