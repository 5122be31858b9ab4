// 一つの読取器を、続けて測る子プロセス。使い方: node measure.mjs renkei|lawtext 法令のフォルダ 一件に掛ける秒
// 読取器ごとにプロセスを分けるのは、片方の残した記憶や最適化が他方に響かないようにするため。
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [engineName, folder, enough] = process.argv.slice(2);
const engine = await import(`./engines/${engineName}.mjs`);

/** 一つの仕事を繰り返し、最も速かった回の秒を採る（ほかの仕事に邪魔された回を除く）。 */
const MINIMUM_RUNS = 3;
const ENOUGH_SECONDS = Number(enough);
const GIVE_UP_SECONDS = 120;

const results = [];
for (const file of readdirSync(folder).sort()) {
  const xml = readFileSync(join(folder, file), 'utf8');
  for (const input of ['xml', 'text']) {
    try {
      const given = input === 'xml' ? xml : engine.plainText(xml);
      const read = input === 'xml' ? engine.readXml : engine.readText;
      results.push({ file, input, given: given.length, ...measure(() => read(given)) });
    } catch (error) {
      results.push({ file, input, failed: String(error?.message ?? error).split('\n')[0] });
    }
  }
}
process.stdout.write(JSON.stringify({ name: engine.name, version: engine.version, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), results }));

function measure(read) {
  const walls = [];
  const cpus = [];
  let spent = 0;
  let articles = 0;
  while (walls.length < MINIMUM_RUNS || (spent < ENOUGH_SECONDS && walls.length < 200)) {
    globalThis.gc?.();
    const cpuBefore = process.cpuUsage();
    const started = process.hrtime.bigint();
    const root = read();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const { user, system } = process.cpuUsage(cpuBefore);
    articles = engine.countArticles(root);
    walls.push(seconds);
    cpus.push((user + system) / 1e6);
    spent += seconds;
    if (spent > GIVE_UP_SECONDS) break;
  }
  return { seconds: Math.min(...walls), cpuSeconds: Math.min(...cpus), runs: walls.length, articles };
}
